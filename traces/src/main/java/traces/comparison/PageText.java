package traces.comparison;

import traces.model.Printable;

/** Text of unknown origin as it's shown on a page: in its direction, without control characters, and no longer than is read. */
final class PageText {

    private static final int LONGEST = 300;

    /** Deeper than that, lines would have no room for names; how deep they are is written. */
    private static final int DEEPEST = 8;

    private PageText() {}

    /** A number stays on the line of its unit. */
    static String unbroken(String sentence) {
        return sentence.replaceAll(" (µs|ms|s|min)\\b", "\u00a0$1");
    }

    static int depth(int depth) {
        return Math.min(depth, DEEPEST);
    }

    // 12 -> "(12) ", and nothing where the line's place shows it
    static String deep(int depth) {
        return depth <= DEEPEST ? "" : "(" + depth + ") ";
    }

    static String text(String text) {
        String printable = Printable.of(text);
        return printable.codePointCount(0, printable.length()) <= LONGEST
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
