package traces.model;

import java.util.Arrays;
import java.util.Optional;

/** The units in which clients send times, though OTLP wants nanoseconds; a time in any year near ours tells its unit. */
enum EpochUnit {
    NANOSECONDS(1),
    MICROSECONDS(1_000),
    MILLISECONDS(1_000_000),
    SECONDS(1_000_000_000);

    /** The years 2000 to 2200, in nanoseconds: in another unit, these times do not overlap. */
    private static final long FIRST = 946_684_800_000_000_000L;

    private static final long LAST = 7_258_118_400_000_000_000L;

    private final long nanos;

    EpochUnit(long nanos) {
        this.nanos = nanos;
    }

    /** Returns the unit of a time; none where no unit makes sense of it. */
    static Optional<EpochUnit> of(long time) {
        return Arrays.stream(values())
                .filter(unit -> time >= FIRST / unit.nanos && time <= LAST / unit.nanos)
                .findFirst();
    }

    long toNanos(long time) {
        return time * nanos;
    }
}
