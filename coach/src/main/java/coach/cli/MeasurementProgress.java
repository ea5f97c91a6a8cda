package coach.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Says early how long a measurement will take and, on a terminal, how far it is. */
final class MeasurementProgress implements IntConsumer {

    /** The first round is left out of the estimate: in it a connection is opened, and a JVM loads classes. */
    private static final int ROUNDS_TO_ESTIMATE = 3;

    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final PrintWriter out;
    private final int rounds;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private long firstRound;
    private long lastLine;
    private int columns;

    /** @param terminal whether a line can be written over */
    MeasurementProgress(PrintWriter out, int rounds, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.rounds = rounds;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void accept(int done) {
        long now = nanoTime.getAsLong();
        if (done == 1) {
            firstRound = now;
            lastLine = now;
        } else if (done == ROUNDS_TO_ESTIMATE) {
            estimate((now - firstRound) / (ROUNDS_TO_ESTIMATE - 1) * (rounds - done));
        }
        if (terminal && done == rounds) {
            overwrite("");
        } else if (terminal && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            overwrite("%s of %s rounds".formatted(done, rounds));
        }
    }

    private void estimate(long nanos) {
        if (nanos >= SHORT.toNanos()) {
            overwrite("");
            String advice = nanos >= LONG.toNanos() ? " Fewer requests take less: --requests 20" : "";
            out.println("That will take about %s s.".formatted(Math.round(nanos / 1e9)) + advice);
            out.flush();
        }
    }

    /** Writes over what was written last, which may have been longer. */
    private void overwrite(String text) {
        if (columns > 0) {
            out.print("\r" + " ".repeat(columns) + "\r");
        }
        out.print(text);
        out.flush();
        columns = text.length();
    }
}
