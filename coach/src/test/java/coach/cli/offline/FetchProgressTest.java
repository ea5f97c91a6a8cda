package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchProgressTest {

    private final FetchProgress fetched = new FetchProgress();

    @ParameterizedTest
    @CsvSource({
        "[INFO] Downloaded from central: https://somewhere/h2.jar (2.6 MB at 8.1 MB/s), 1, 2600000",
        "[INFO] Downloaded from central: https://somewhere/a.pom (615 B at 3.2 kB/s), 1, 615",
        "Downloaded from this-machine: file:///somewhere/b.jar (12 kB), 1, 12000",
        "[INFO] Downloading from central: https://somewhere/h2.jar, 0, 0",
        "[INFO] Building jar: coach.jar, 0, 0"
    })
    void countsWhatMavenSaysThatItGot(String line, int files, long bytes) {
        fetched.hear(line, said -> {});

        assertThat(fetched.files()).isEqualTo(files);
        assertThat(fetched.bytes()).isEqualTo(bytes);
    }
}
