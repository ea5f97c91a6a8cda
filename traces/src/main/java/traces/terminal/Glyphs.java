package traces.terminal;

import java.util.List;

/** The signs that a drawing is made of, in two sets: lines and blocks, and what every encoding has. */
public enum Glyphs {
    BLOCKS("├─ ", "└─ ", "│  ", "…", "×", "·", " ▏▎▍▌▋▊▉█", "▕▐█", "░▒▓█"),
    ASCII("|- ", "`- ", "|  ", "..", "x", "-", " |||#####", "|##", "--=#");

    private static final int EIGHTHS = 8;

    private final String branch;
    private final String lastBranch;
    private final String line;
    private final String dots;
    private final String times;
    private final String dot;
    private final String lefts;
    private final String rights;
    private final String shades;

    Glyphs(
            String branch,
            String lastBranch,
            String line,
            String dots,
            String times,
            String dot,
            String lefts,
            String rights,
            String shades) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.line = line;
        this.dots = dots;
        this.times = times;
        this.dot = dot;
        this.lefts = lefts;
        this.rights = rights;
        this.shades = shades;
    }

    /** What stands before a child. */
    public String branch(boolean last) {
        return last ? lastBranch : branch;
    }

    /** What stands before all that is beneath a child, as wide as a branch. */
    public String under(boolean last) {
        return last ? " ".repeat(line.length()) : line;
    }

    /** Says that a text goes on. */
    public String dots() {
        return dots;
    }

    /** As in 80 × SELECT. */
    public String times() {
        return times;
    }

    /** Stands between two things that are said side by side. */
    public String between() {
        return " " + dot + " ";
    }

    /** A cell of a bar that is filled between these eighths, of which there are 9: 0 to 8. */
    public char cell(int from, int to) {
        int filled = to - from;
        if (from == 0 || filled == 0) {
            return lefts.charAt(filled);
        }
        boolean onTheRight = from + to >= EIGHTHS;
        // There are but three blocks that stand on the right.
        return onTheRight ? rights.charAt(filled <= 2 ? 0 : filled <= 5 ? 1 : 2) : lefts.charAt(filled);
    }

    /** A cell of which this share, from 0 to 1, is filled here and there. */
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
