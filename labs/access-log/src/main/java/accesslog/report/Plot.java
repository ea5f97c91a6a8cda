package accesslog.report;

import java.util.Arrays;

/** Draws columns with eighths of a line. */
final class Plot {

    private static final String EIGHTHS = " ▁▂▃▄▅▆▇█";
    private static final int LINES = 4;

    private Plot() {}

    /** The highest column is full; a column that is more than nothing shows at least an eighth. */
    static String[] lines(double[] values) {
        double max = Arrays.stream(values).max().orElse(0);
        StringBuilder[] lines = new StringBuilder[LINES];
        Arrays.setAll(lines, i -> new StringBuilder());
        for (double value : values) {
            int eighths = max == 0 ? 0 : (int) Math.round(value / max * LINES * 8);
            eighths = value > 0 ? Math.max(1, eighths) : 0;
            for (int i = 0; i < LINES; i++) {
                int here = Math.max(0, Math.min(8, eighths - (LINES - 1 - i) * 8));
                lines[i].append(EIGHTHS.charAt(here));
            }
        }
        return Arrays.stream(lines).map(StringBuilder::toString).toArray(String[]::new);
    }
}
