package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import traces.model.DurationText;

/** The time axis of both traces: both begin at 0, and the longer one ends at 100 %. */
record SharedTimeAxis(long nanos) {

    private static final int MOST_TICKS = 5;

    /** A narrower mark would not be seen. */
    private static final double NARROWEST = 0.2;

    /** A line across the axis, in per cent as SVG takes it, and its text. */
    record Tick(String x, String text) {}

    static SharedTimeAxis of(TraceComparison comparison) {
        return new SharedTimeAxis(Math.max(
                1, Math.max(comparison.sideA().duration(), comparison.sideB().duration())));
    }

    // 0 ms, 100 ms, 200 ms and so on: steps of 1, 2 or 5
    List<Tick> ticks() {
        double step = step();
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i * step < nanos; i++) {
            long at = (long) (i * step);
            ticks.add(new Tick(x(at), i == 0 ? "0" : DurationText.text(at)));
        }
        return ticks;
    }

    private double step() {
        double atLeast = (double) nanos / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= atLeast) {
                return Math.max(1, factor * power);
            }
        }
        return 10 * power;
    }

    String x(long offset) {
        return percent(Math.min(100 - NARROWEST, place(offset)));
    }

    String width(long offset, long duration) {
        return percent(Math.max(NARROWEST, place(offset + duration) - place(offset)));
    }

    private double place(long offset) {
        return Math.min(100, 100.0 * Math.max(0, offset) / nanos);
    }

    private static String percent(double place) {
        return String.format(Locale.ROOT, "%.2f%%", place);
    }
}
