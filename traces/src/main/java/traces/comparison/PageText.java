package traces.comparison;

import traces.model.Printable;

/** Prepares texts for the page: without control characters, and not too long to read. */
final class PageText {

    private static final int LONGEST = 300;

    /** Deeper lines are not indented further, because their names need room; they show their depth as a number. */
    private static final int DEEPEST = 8;

    private PageText() {}

    /** Keeps each number on the line of its unit. */
    static String unbroken(String sentence) {
        return sentence.replaceAll(" (µs|ms|s|min)\\b", "\u00a0$1");
    }

    static int depth(int depth) {
        return Math.min(depth, DEEPEST);
    }

    // 12 -> "(12) "; empty where the indentation shows the depth
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
