package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MavenRunnerTest {

    @Test
    void readsWhereItIsFromWhatItSays() {
        String said =
                "Apache Maven 3.9.9 (8e8579a)\nMaven home: /opt/some maven\nJava version: 17.0.15, vendor: Debian";

        assertThat(MavenRunner.home(said)).contains(Path.of("/opt/some maven"));
    }
}
