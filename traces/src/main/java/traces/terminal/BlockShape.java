package traces.terminal;

import java.util.Locale;

/** Draws the glyphs of which trees and bars consist as shapes, because fonts leave gaps between them. */
final class BlockShape {

    private static final String LEFT_EIGHTHS = " ▏▎▍▌▋▊▉█";
    private static final String SHADES = "░▒▓";
    private static final String LINES = "─│├└";

    private static final double[] SHADE_OPACITY = {0.3, 0.55, 0.8};
    private static final double STROKE = 1.2;

    private BlockShape() {}

    static boolean isShape(char glyph) {
        return glyph != ' ' && (LEFT_EIGHTHS + SHADES + LINES + "▕▐").indexOf(glyph) >= 0;
    }

    /** Tells whether several of this glyph, side by side, are one shape. */
    static boolean spans(char glyph) {
        return glyph == '█' || glyph == '─' || SHADES.indexOf(glyph) >= 0;
    }

    /**
     * @param x the left edge of the glyph's column
     * @param width the width of one column, or of several that the glyph fills
     * @param classes an attribute, with a space before it, or empty
     */
    static String of(char glyph, double x, double y, double width, String classes) {
        int shade = SHADES.indexOf(glyph);
        String opacity = shade < 0 ? "" : String.format(Locale.ROOT, " opacity=\"%.2f\"", SHADE_OPACITY[shade]);
        return "<path" + classes + opacity + " d=\"" + path(glyph, x, y, width) + "\"/>\n";
    }

    private static String path(char glyph, double x, double y, double width) {
        double middle = x + (width - STROKE) / 2;
        double centre = y + (SvgLine.ROW - STROKE) / 2;
        return switch (glyph) {
            case '─' -> box(x, centre, width, STROKE);
            case '│' -> box(middle, y, STROKE, SvgLine.ROW);
            case '├' -> box(middle, y, STROKE, SvgLine.ROW) + box(middle, centre, width / 2 + STROKE / 2, STROKE);
            case '└' ->
                box(middle, y, STROKE, (SvgLine.ROW + STROKE) / 2)
                        + box(middle, centre, width / 2 + STROKE / 2, STROKE);
            case '▕' -> bar(x + width * 7 / 8, y, width / 8);
            case '▐' -> bar(x + width / 2, y, width / 2);
            default -> bar(x, y, SHADES.indexOf(glyph) >= 0 ? width : width * LEFT_EIGHTHS.indexOf(glyph) / 8);
        };
    }

    /** Draws a piece of a bar; bars of two rows do not touch. */
    private static String bar(double x, double y, double width) {
        return box(x, y + 3, width, SvgLine.ROW - 6);
    }

    private static String box(double x, double y, double width, double height) {
        return String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%.1fz", x, y, width, height, width);
    }
}
