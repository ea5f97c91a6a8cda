package beerdonut.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTracesTest {

    private Instant now = Instant.parse("2026-11-26T09:15:00Z");

    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final StackTraces stackTraces = new StackTraces(clock);

    @Test
    void areLoggedOnceAMinute_forOneCause() {
        long logged = IntStream.range(0, 1_000)
                .mapToObj(StackTracesTest::refusedBy)
                .filter(e -> stackTraces.toLog(e) != null)
                .count();

        assertThat(logged).isEqualTo(1);
    }

    @Test
    void areLoggedAgain_afterAMinute() {
        stackTraces.toLog(refusedBy(1));

        now = now.plusSeconds(59);
        assertThat(stackTraces.toLog(refusedBy(1))).isNull();
        now = now.plusSeconds(1);
        assertThat(stackTraces.toLog(refusedBy(1))).isNotNull();
    }

    @Test
    void areLogged_forAnotherCauseOfTheSameType() {
        stackTraces.toLog(refusedBy(1));

        assertThat(stackTraces.toLog(new IllegalStateException("no database", new ConnectException())))
                .isNotNull();
    }

    @Test
    void endWithACircleOfCauses() {
        Exception one = new Exception("one");
        one.initCause(new Exception("two", one));

        assertThat(stackTraces.toLog(one)).isSameAs(one);
    }

    private static Exception refusedBy(int port) {
        return new IllegalStateException("no Redis at " + port, new ConnectException("refused by " + port));
    }
}
