package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.StepContext;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What the learner has read off a trace, in a file of theirs. */
final class WrittenAnswer {

    private static final String FILE = "beer-donut-app/answers.properties";

    private WrittenAnswer() {}

    /** The whole number under this key. */
    static int number(StepContext context, String key) {
        assertThat(context.file(FILE)).withFailMessage("""
                        Your answer is missing: there is no file %s.
                        Write into it how many statements /pair/beer?name=stout takes, such as %s=12""".formatted(FILE, key)).isPresent();
        String said =
                read(context.file(FILE).orElseThrow()).getProperty(key, "").strip();
        assertThat(said)
                .withFailMessage(
                        () -> "%s should say %s=12, with your number; it says «%s».".formatted(FILE, key, said))
                .matches("\\d{1,6}");
        return Integer.parseInt(said);
    }

    private static Properties read(Path file) {
        Properties answers = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            answers.load(text);
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
