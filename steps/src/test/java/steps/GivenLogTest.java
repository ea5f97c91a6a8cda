package steps;

import static org.assertj.core.api.Assertions.assertThat;

import accesslog.generator.IncidentLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The log that learners of lab 13 get is the one that its check knows the truth about. */
class GivenLogTest {

    private static final String GIVEN = "steps/13-traces-from-a-log/log/access.gz";
    private static final long MOST_BYTES = 3_000_000;

    @Test
    void isWhatTheGeneratorWrites_fromItsSeed() throws IOException {
        ByteArrayOutputStream fresh = new ByteArrayOutputStream();
        IncidentLog.write(IncidentLog.SEED, fresh, truth -> {});

        Path file = Proof.REPOSITORY.resolve(GIVEN);
        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
        try (InputStream given = new GZIPInputStream(Files.newInputStream(file))) {
            boolean same = Arrays.equals(given.readAllBytes(), fresh.toByteArray());
            assertThat(same)
                    .withFailMessage(() -> "%s is another log than the generator writes. If that is meant: cp %s %s"
                            .formatted(GIVEN, kept(fresh), GIVEN))
                    .isTrue();
        }
    }

    private static String kept(ByteArrayOutputStream log) {
        Path file = Path.of("target", "access.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            log.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
        return "steps/" + file;
    }
}
