package traces.waterfall;

import org.jline.utils.AttributedString;
import traces.terminal.TerminalText;

/**
 * The texts of one row, worked out once: {@link WaterfallLayout} measures them, {@link WaterfallPrinter} prints them.
 *
 * @param needed the details that are always printed; may be empty
 * @param more the details that are printed where there is room; may be empty
 * @param after from the start of the trace to the start of the row; empty for a placeholder, whose times are unknown
 * @param took the time during which at least one of the row's spans ran; empty for a placeholder
 * @param active the intervals that the bar shows
 */
record RowView(
        WaterfallRow row,
        AttributedString label,
        String needed,
        String more,
        String after,
        String took,
        ActiveIntervals active) {

    int labelWidth() {
        return TerminalText.width(label.toString());
    }
}
