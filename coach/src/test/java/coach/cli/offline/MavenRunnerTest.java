package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenRunnerTest {

    @Test
    void readsWhereItIsFromWhatItSays() {
        String said =
                "Apache Maven 3.9.9 (8e8579a)\nMaven home: /opt/some maven\nJava version: 17.0.15, vendor: Debian";

        assertThat(MavenRunner.home(said)).contains(Path.of("/opt/some maven"));
    }

    @ParameterizedTest
    @CsvSource({
        "[INFO] Downloaded from central: https://somewhere/h2.jar (2.6 MB at 8.1 MB/s), 1, 2600000",
        "[INFO] Downloaded from central: https://somewhere/a.pom (615 B at 3.2 kB/s), 1, 615",
        "Downloaded from this-machine: file:///somewhere/b.jar (12 kB), 1, 12000",
        "[INFO] Downloading from central: https://somewhere/h2.jar, 0, 0",
        "[INFO] Building jar: coach.jar, 0, 0"
    })
    void countsWhatMavenSaysThatItGot(String line, int files, long bytes) {
        MavenRunner.FetchProgress fetched = new MavenRunner.FetchProgress();

        fetched.count(line, said -> {});

        assertThat(fetched.files()).isEqualTo(files);
        assertThat(fetched.bytes()).isEqualTo(bytes);
    }

    @Test
    void saysTheFirstErrorsAndWhereTheRestIs_whenARunFailed() {
        List<String> errors =
                IntStream.rangeClosed(1, 12).mapToObj(i -> "[ERROR] no " + i).toList();
        MavenRunner.Run failed = new MavenRunner.Run(1, errors, 0, 0, Path.of("prepare.log"));

        assertThatThrownBy(() -> failed.requireFine("Something is missing."))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Something is missing.")
                .hasMessageContaining("[ERROR] no 10")
                .hasMessageNotContaining("[ERROR] no 11")
                .hasMessageContaining("All that Maven said: prepare.log")
                .hasMessageMatching("(?s).*Next, with a network that works: .*workshop prepare");
    }

    @Test
    void saysNothing_whenARunWasFine() {
        MavenRunner.Run fine = new MavenRunner.Run(0, List.of(), 0, 0, Path.of("prepare.log"));

        assertThatCode(() -> fine.requireFine("Something is missing.")).doesNotThrowAnyException();
    }
}
