package traces.terminal;

import java.util.List;

/**
 * A set of characters that drawings consist of: lines and blocks, or ASCII for old consoles.
 *
 * @param branch the line that leads to a child
 * @param lastBranch the line that leads to the last child
 * @param line the line beside the descendants of a child
 * @param dots the end of a clipped text
 * @param times the sign between a number and a name, as in {@code 80 × SELECT}
 * @param dot the sign between two texts on one line
 * @param lefts cells that are filled from the left, by 0 to 8 eighths
 * @param rights cells that are filled from the right: a little, half and all
 * @param shades cells that are filled by many short spans: ever more densely
 */
public record Glyphs(
        String branch,
        String lastBranch,
        String line,
        String dots,
        String times,
        String dot,
        String lefts,
        String rights,
        String shades) {

    public static final Glyphs BLOCKS = new Glyphs("├─ ", "└─ ", "│  ", "…", "×", "·", " ▏▎▍▌▋▊▉█", "▕▐█", "░▒▓█");
    public static final Glyphs ASCII = new Glyphs("|- ", "`- ", "|  ", "..", "x", "-", " |||#####", "|##", "--=#");

    private static final int EIGHTHS = 8;

    /** Returns the line that leads to a child. */
    public String branch(boolean last) {
        return last ? lastBranch : branch;
    }

    /** Returns the line beside the descendants of a child, as wide as a branch. */
    public String under(boolean last) {
        return last ? " ".repeat(line.length()) : line;
    }

    /** Returns the separator of two texts on one line. */
    public String between() {
        return " " + dot + " ";
    }

    /** Returns a cell of a bar that is filled from one eighth to another; both are 0 to 8. */
    public char cell(int from, int to) {
        int filled = to - from;
        if (from == 0 || filled == 0) {
            return lefts.charAt(filled);
        }
        boolean onTheRight = from + to >= EIGHTHS;
        // Unicode has only three blocks that begin within a cell and reach its right edge.
        return onTheRight ? rights.charAt(filled <= 2 ? 0 : filled <= 5 ? 1 : 2) : lefts.charAt(filled);
    }

    /** Returns a cell of which this share, from 0 to 1, is filled by many short spans. */
    public char shade(double share) {
        if (share <= 0) {
            return ' ';
        }
        return shades.charAt(share < 0.3 ? 0 : share < 0.6 ? 1 : share < 0.95 ? 2 : 3);
    }

    String all() {
        return String.join("", List.of(branch, lastBranch, line, dots, times, dot, lefts, rights, shades));
    }
}
