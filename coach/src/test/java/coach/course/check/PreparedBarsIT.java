package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.course.Course;
import coach.course.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The state before a step serves one verdict about each version of the code, and JVMs that wait serve the next check. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class PreparedBarsIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Course course = Course.in(REPOSITORY);
    private final Step step = course.step(2);

    @TempDir
    Path folder;

    @Test
    void keepTheStateBefore_forOneVerdictAboutEachVersion() {
        BarFactory factory = new BarFactory(REPOSITORY, folder);
        CompiledServices before = factory.code(course.state(1));
        CompiledServices done = factory.code(course.state(2));
        try (PreparedBars bars = new PreparedBars(factory)) {
            bars.prepareAfter(done, 2);

            long first = processBefore(bars, done, before);
            long ofOtherCode = processBefore(bars, before, before);
            long again = processBefore(bars, done, before);

            assertThat(ofOtherCode).isEqualTo(first);
            assertThat(again).isNotEqualTo(first);
        }
    }

    /** Opens the bars of a check, and returns the number of the process that runs the state before. */
    private long processBefore(PreparedBars bars, CompiledServices code, CompiledServices before) {
        try (CheckBars.Session session = bars.open(code, step, 2, () -> before)) {
            assertThat(session.after().get("/health").status()).isEqualTo(200);
            assertThat(session.after().code()).isEqualTo(code);
            return session.before().bar().app().handle().pid();
        }
    }
}
