package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedLogTest {

    private static final long LIMIT = 1_000;

    @TempDir
    private Path folder;

    @Test
    void keepsTheEndOfWhatWasSaid_inTwoFilesAtMost() throws IOException {
        Path file = folder.resolve("app.log");

        try (BoundedLog log = new BoundedLog(file, LIMIT)) {
            for (int line = 1; line <= 10_000; line++) {
                log.println("line " + line);
            }
        }

        assertThat(folder).isDirectoryContaining("glob:**/app.log").isDirectoryContaining("glob:**/app.older.log");
        assertThat(Files.size(file) + Files.size(folder.resolve("app.older.log")))
                .isBetween(LIMIT, 3 * LIMIT);
        assertThat(Files.readString(file)).contains("line 10000");
    }

    @Test
    void keepsAll_ofALittle() throws IOException {
        Path file = folder.resolve("app.log");

        try (BoundedLog log = new BoundedLog(file, LIMIT)) {
            log.println("one");
            log.println("two");
        }

        assertThat(file).hasContent("one\ntwo");
        assertThat(folder.resolve("app.older.log")).doesNotExist();
    }
}
