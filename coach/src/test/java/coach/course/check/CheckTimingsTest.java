package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTimingsTest {

    @Test
    void addUpToTheTimeSinceTheCommandWasStarted() {
        Instant begun = Instant.now().minus(Duration.ofSeconds(3));
        CheckTimings timings = new CheckTimings(begun);

        timings.lap("starting the tool");
        timings.lap("compiling");
        timings.lap("compiling");

        List<String> lines = timings.text().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).matches("  +3\\.\\d s  starting the tool");
        assertThat(lines.get(2)).matches("  +3\\.\\d s  in all");
    }
}
