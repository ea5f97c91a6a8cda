package coach.course.check;

import coach.bar.Distance;
import coach.bar.wire.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Breaks one thing in a bar during one request, and repairs it after that. */
public final class FaultInjection {

    private FaultInjection() {}

    /** Makes each round trip to the database take this long, so that other load on the machine hardly counts. */
    public static <T> T withDistantDatabase(TestBar bar, Duration roundTrip, Supplier<T> question) {
        Wire wire = bar.bar().wires().appToDatabase();
        wire.roundTrip(roundTrip);
        try {
            return question.get();
        } finally {
            wire.roundTrip(Distance.DEFAULT.database());
        }
    }

    /** Lets every query of that table fail, and no other. */
    public static <T> T withoutTable(TestBar bar, String table, Supplier<T> question) {
        rename(bar, table, table + "_mislaid");
        try {
            return question.get();
        } finally {
            rename(bar, table + "_mislaid", table);
        }
    }

    private static void rename(TestBar bar, String table, String name) {
        try {
            bar.bar().database().execute("alter table " + table + " rename to " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("the bar's own database", e);
        }
    }
}
