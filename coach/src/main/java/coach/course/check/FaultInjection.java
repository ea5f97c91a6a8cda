package coach.course.check;

import coach.bar.Distance;
import coach.bar.wire.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Lets something be wrong with the bar while a question is asked; then all is well again. */
public final class FaultInjection {

    private FaultInjection() {}

    /** The app waits this long for every answer of its database: what the machine does beside it hardly counts then. */
    public static <T> T withDistantDatabase(TestBar bar, Duration roundTrip, Supplier<T> question) {
        Wire wire = bar.bar().wires().appToDatabase();
        wire.roundTrip(roundTrip);
        try {
            return question.get();
        } finally {
            wire.roundTrip(Distance.DEFAULT.database());
        }
    }

    /** Every query of that table fails, and no other. */
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
