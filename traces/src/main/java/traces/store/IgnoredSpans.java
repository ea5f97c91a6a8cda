package traces.store;

import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The periods in which the spans of a service instance are not kept; safe for many threads. */
final class IgnoredSpans {

    private static final String INSTANCE = "service.instance.id";
    /** A span arrives soon after it has started, so that periods of long ago match none. */
    private static final int MOST = 16;

    private final Clock clock;
    private final Deque<Period> periods = new ArrayDeque<>();

    IgnoredSpans(Clock clock) {
        this.clock = clock;
    }

    private static final class Period {

        private final String instance;
        private final long from;
        private long to = Long.MAX_VALUE;

        private Period(String instance, long from) {
            this.instance = instance;
            this.from = from;
        }
    }

    /**
     * Begins a period.
     *
     * @param instance the value of the resource's {@code service.instance.id}
     * @return ends the period
     */
    synchronized Runnable begin(String instance) {
        Period period = new Period(instance, now());
        periods.addLast(period);
        if (periods.size() > MOST) {
            periods.removeFirst();
        }
        return () -> end(period);
    }

    private synchronized void end(Period period) {
        period.to = now();
    }

    /** Returns whether the span started in a period of its instance. */
    synchronized boolean matches(Resource resource, Span span) {
        return !periods.isEmpty()
                && periods.stream().anyMatch(period -> contains(period, span) && isFrom(resource, period.instance));
    }

    private static boolean contains(Period period, Span span) {
        long start = span.getStartTimeUnixNano();
        return start >= period.from && start <= period.to;
    }

    private static boolean isFrom(Resource resource, String instance) {
        return resource.getAttributesList().stream()
                .anyMatch(attribute -> attribute.getKey().equals(INSTANCE)
                        && attribute.getValue().getStringValue().equals(instance));
    }

    private long now() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }
}
