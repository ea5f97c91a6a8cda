package traces.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Repairs the times of a trace's spans, so that one span without them, or with absurd ones, does not stretch the time
 * axis over years.
 *
 * <p>A time in another unit is read in that unit. A missing start is that of the end. Where nothing is known, or a span
 * says that it was more than a year before or after most others, it is adrift: the tree places it.
 */
final class TimestampNormalizer {

    private static final long YEAR = 366L * 24 * 3_600 * 1_000_000_000;

    /** A time that most spans agree with; none where no span has a time in a year near ours. */
    private final OptionalLong reference;

    private TimestampNormalizer(OptionalLong reference) {
        this.reference = reference;
    }

    static TimestampNormalizer of(List<Span> spans) {
        // Times in nanoseconds count first: a clock that was never set may read as seconds.
        OptionalLong nanos = median(spans, EpochUnit.NANOSECONDS::equals);
        return new TimestampNormalizer(nanos.isPresent() ? nanos : median(spans, unit -> true));
    }

    private static OptionalLong median(List<Span> spans, Predicate<EpochUnit> units) {
        List<Long> starts = new ArrayList<>();
        for (Span span : spans) {
            long start = span.proto().getStartTimeUnixNano();
            EpochUnit.of(start).filter(units).ifPresent(unit -> starts.add(unit.toNanos(start)));
        }
        starts.sort(null);
        // The later half: clocks that were never set are mostly behind.
        return starts.isEmpty() ? OptionalLong.empty() : OptionalLong.of(starts.get(starts.size() / 2));
    }

    private static Optional<Long> sensible(long time) {
        return EpochUnit.of(time).map(unit -> unit.toNanos(time));
    }

    SpanTimes times(Span span) {
        long start = span.proto().getStartTimeUnixNano();
        long end = span.proto().getEndTimeUnixNano();
        if (start == 0 && end == 0) {
            return reference.isEmpty()
                    ? SpanTimes.of(0, 0).withoutDuration().faulty("no times")
                    : SpanTimes.UNKNOWN.faulty("no times");
        }
        return reference.isEmpty() ? asSent(span, end) : repaired(start, end);
    }

    /** No span of the trace has a time near ours: all of them may count from another moment. */
    private static SpanTimes asSent(Span span, long end) {
        SpanTimes times = SpanTimes.of(span.start(), span.duration());
        if (end == 0) {
            return times.withoutDuration().faulty("no end time");
        }
        return span.endsBeforeItStarts() ? times.faulty("ends before it starts") : times;
    }

    private SpanTimes repaired(long start, long end) {
        Optional<Long> from = near(start);
        Optional<Long> to = near(end);
        if (from.isEmpty() && to.isEmpty()) {
            return adrift(start, end);
        }
        if (from.isEmpty()) {
            return SpanTimes.of(to.get(), 0)
                    .withoutDuration()
                    .faulty(start == 0 ? "no start time" : "impossible start, in " + year(start));
        }
        if (to.isEmpty()) {
            return SpanTimes.of(from.get(), 0)
                    .withoutDuration()
                    .faulty(end == 0 ? "no end time" : "impossible end, in " + year(end));
        }
        SpanTimes times = SpanTimes.of(from.get(), Math.max(0, to.get() - from.get()));
        if (to.get() < from.get()) {
            return times.faulty("ends before it starts");
        }
        return unit(start).or(() -> unit(end)).map(times::faulty).orElse(times);
    }

    /** Reads a time in its unit; none where it is far from the others. */
    private Optional<Long> near(long time) {
        return sensible(time).filter(nanos -> Math.abs(nanos - reference.getAsLong()) <= YEAR);
    }

    /** A clock that was never set still measures how long something took. */
    private static SpanTimes adrift(long start, long end) {
        boolean measures = start > 0 && end >= start && end - start <= YEAR;
        SpanTimes times =
                SpanTimes.of(measures ? start : 0, measures ? end - start : 0).adrift();
        return (measures ? times : times.withoutDuration())
                .faulty("impossible times, in " + year(start == 0 ? end : start));
    }

    private static Optional<String> unit(long time) {
        return EpochUnit.of(time)
                .filter(unit -> unit != EpochUnit.NANOSECONDS)
                .map(unit -> "wrong unit: times in " + unit.name().toLowerCase(Locale.ROOT) + ", read as such");
    }

    // Times are unsigned, and reach to the year 2554.
    private static String year(long time) {
        long seconds = Long.divideUnsigned(time, 1_000_000_000);
        return Integer.toString(
                Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).getYear());
    }
}
