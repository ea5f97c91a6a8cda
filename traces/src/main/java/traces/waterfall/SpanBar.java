package traces.waterfall;

import traces.model.TimeInterval;
import traces.terminal.Glyphs;

/**
 * Draws the intervals of a row on a time axis, to an eighth of a column.
 *
 * @param start the start of the axis, in nanoseconds since 1970
 * @param nanos the length of the axis
 * @param cells the width of the axis in columns
 */
record SpanBar(long start, long nanos, int cells, Glyphs glyphs) {

    private static final int EIGHTHS = 8;

    String of(ActiveIntervals active) {
        boolean withoutGaps = active.intervals().size() == 1;
        String bar = withoutGaps ? exact(active.intervals().get(0)) : shaded(active);
        return bar.stripTrailing();
    }

    private String exact(TimeInterval interval) {
        int all = cells * EIGHTHS;
        int from = (int) Math.min(all - 1, Math.round(cell(interval.start()) * EIGHTHS));
        // A span that takes no time gets an eighth, so that it can be seen.
        int to = (int) Math.max(from + 1, Math.round(cell(interval.end()) * EIGHTHS));
        StringBuilder bar = new StringBuilder();
        for (int cell = 0; cell < all; cell += EIGHTHS) {
            int begins = Math.max(0, Math.min(EIGHTHS, from - cell));
            int ends = Math.max(begins, Math.min(EIGHTHS, to - cell));
            bar.append(glyphs.cell(begins, ends));
        }
        return bar.toString();
    }

    /** Shows by shades how much of each column is filled: many short intervals cannot be drawn one by one. */
    private String shaded(ActiveIntervals active) {
        double[] filled = new double[cells];
        for (TimeInterval interval : active.intervals()) {
            double from = Math.min(cell(interval.start()), cells - 1e-6);
            double to = Math.max(cell(interval.end()), from + 1e-6);
            for (int i = (int) from; i < Math.min(cells, to); i++) {
                filled[i] += Math.min(i + 1, to) - Math.max(i, from);
            }
        }
        StringBuilder bar = new StringBuilder();
        for (double share : filled) {
            bar.append(glyphs.shade(share));
        }
        return bar.toString();
    }

    /** Returns the place of a moment on the axis: its column, and the fraction within it. */
    private double cell(long moment) {
        double share = nanos <= 0 ? 0 : (double) (moment - start) / nanos;
        return Math.max(0, Math.min(1, share)) * cells;
    }
}
