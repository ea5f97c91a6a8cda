package traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IgnoredSpansTest {

    private final SetClock clock = new SetClock();
    private final IgnoredSpans ignored = new IgnoredSpans(clock);

    @Test
    void matchesWhatItsInstanceStartedMeanwhile_andNothingElse() {
        clock.second = 10;
        Runnable end = ignored.begin("bar-5000");
        clock.second = 20;
        end.run();

        assertThat(matches("bar-5000", 9)).isFalse();
        assertThat(matches("bar-5000", 15)).isTrue();
        assertThat(matches("bar-5000", 21)).isFalse();
        assertThat(matches("bar-5001", 15)).isFalse();
    }

    @Test
    void matchesUntilItEnds() {
        clock.second = 10;
        ignored.begin("bar-5000");

        assertThat(matches("bar-5000", 1_000)).isTrue();
    }

    @Test
    void matchesNothing_fromTheBeginning() {
        assertThat(matches("bar-5000", 15)).isFalse();
    }

    private boolean matches(String instance, long second) {
        Resource resource = Resource.newBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("service.instance.id")
                        .setValue(AnyValue.newBuilder().setStringValue(instance)))
                .build();
        return ignored.matches(
                resource,
                Span.newBuilder().setStartTimeUnixNano(second * 1_000_000_000).build());
    }

    private static final class SetClock extends Clock {

        private long second;

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(second);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
