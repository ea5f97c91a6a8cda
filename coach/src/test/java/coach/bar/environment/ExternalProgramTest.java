package coach.bar.environment;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.ExternalProgram.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ExternalProgramTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void returnsTheOutputOfTheProgram() {
        assertThat(ExternalProgram.ask(LONG, List.of(JAVA, "-version")).flatMap(Answer::output))
                .hasValueSatisfying(words -> assertThat(words).contains("version"));
    }

    @Test
    void hasNoOutput_whenTheProgramFailed() {
        assertThat(ExternalProgram.ask(LONG, List.of(JAVA, "--no-such-option")).flatMap(Answer::output))
                .isEmpty();
    }

    @Test
    void returnsNone_whenThereIsNoSuchProgram() {
        assertThat(ExternalProgram.ask(LONG, List.of("no-such-program"))).isEmpty();
    }

    @Test
    void waitsNoLongerThanItShould() {
        List<String> forEver = List.of(JAVA, "-cp", System.getProperty("java.class.path"), ForEver.class.getName());

        assertThat(ExternalProgram.ask(Duration.ofMillis(100), forEver)).isEmpty();
    }

    /** Never ends by itself. */
    static final class ForEver {

        public static void main(String[] args) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
