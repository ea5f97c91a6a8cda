package traces.waterfall;

import traces.model.TimeInterval;
import traces.terminal.Glyphs;

/**
 * Draws on a time axis when something ran, to an eighth of a column.
 *
 * @param start of the axis, in nanoseconds since 1970
 * @param nanos how long the axis is
 * @param cells how wide it is
 */
record SpanBar(long start, long nanos, int cells, Glyphs signs) {

    private static final int EIGHTHS = 8;

    String of(ActiveIntervals busy) {
        boolean withoutGaps = busy.stretches().size() == 1;
        String bar = withoutGaps ? exact(busy.stretches().get(0)) : shaded(busy);
        return bar.stripTrailing();
    }

    private String exact(TimeInterval stretch) {
        int all = cells * EIGHTHS;
        int from = (int) Math.min(all - 1, Math.round(cell(stretch.start()) * EIGHTHS));
        // What takes no time is seen all the same.
        int to = (int) Math.max(from + 1, Math.round(cell(stretch.end()) * EIGHTHS));
        StringBuilder bar = new StringBuilder();
        for (int cell = 0; cell < all; cell += EIGHTHS) {
            int begins = Math.max(0, Math.min(EIGHTHS, from - cell));
            int ends = Math.max(begins, Math.min(EIGHTHS, to - cell));
            bar.append(signs.cell(begins, ends));
        }
        return bar.toString();
    }

    /** Many short ones can't be told apart at this scale: how densely they lie is shown. */
    private String shaded(ActiveIntervals busy) {
        double[] filled = new double[cells];
        for (TimeInterval stretch : busy.stretches()) {
            double from = Math.min(cell(stretch.start()), cells - 1e-6);
            double to = Math.max(cell(stretch.end()), from + 1e-6);
            for (int i = (int) from; i < Math.min(cells, to); i++) {
                filled[i] += Math.min(i + 1, to) - Math.max(i, from);
            }
        }
        StringBuilder bar = new StringBuilder();
        for (double share : filled) {
            bar.append(signs.shade(share));
        }
        return bar.toString();
    }

    /** In which column a moment lies, and how far within. */
    private double cell(long moment) {
        double share = nanos <= 0 ? 0 : (double) (moment - start) / nanos;
        return Math.max(0, Math.min(1, share)) * cells;
    }
}
