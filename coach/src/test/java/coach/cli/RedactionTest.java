package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    private static final Path HOME = Path.of("/home/ada");

    private final Redaction redaction = new Redaction(HOME.resolve("beer"), HOME, "ada", "engine-7");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /home/ada/beer/workspace, at step 07 | (workshop)/workspace, at step 07
            2.1 GB free at /home/ada/beer        | 2.1 GB free at (workshop)
            all of it, in /home/ada/.m2          | all of it, in ~/.m2
            /HOME/Ada/.m2                        | ~/.m2
            /opt/jdk of ada on engine-7          | /opt/jdk of (user) on (host)
            an adapter of /home/adam             | an adapter of /home/adam
            """)
    void takesOutFoldersAndNames(String text, String redacted) {
        assertThat(redaction.of(onThisSystem(text))).isEqualTo(onThisSystem(redacted));
    }

    @Test
    void leavesPathsAlone_whenTheHomeIsTheRoot() {
        Redaction inAContainer = new Redaction(Path.of("/workshop"), Path.of("/"), "?", "");

        assertThat(inAContainer.of("9 GB free at /")).isEqualTo("9 GB free at /");
    }

    private static String onThisSystem(String path) {
        return path.replace('/', File.separatorChar);
    }
}
