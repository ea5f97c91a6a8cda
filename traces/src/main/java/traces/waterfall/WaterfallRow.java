package traces.waterfall;

import java.util.List;
import java.util.Optional;
import traces.model.Span;
import traces.model.TraceNode;
import traces.terminal.Glyphs;
import traces.terminal.TerminalText;

/** A row of a waterfall: one span, several similar spans that are folded into one row, or a placeholder. */
final class WaterfallRow {

    private final List<TraceNode> nodes;
    private final WaterfallRow parent;
    private final int depth;
    private final boolean last;
    private boolean hasChildren;

    /**
     * @param nodes the spans of the row, in the order of their starts
     * @param parent the row above in the tree; null for a top
     * @param last whether no row of the same parent follows
     */
    WaterfallRow(List<TraceNode> nodes, WaterfallRow parent, boolean last) {
        this.nodes = nodes;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.last = last;
        if (parent != null) {
            parent.hasChildren = true;
        }
    }

    List<TraceNode> nodes() {
        return nodes;
    }

    TraceNode first() {
        return nodes.get(0);
    }

    /** Returns the first span; none for a placeholder. */
    Optional<Span> span() {
        return first().span();
    }

    boolean isFold() {
        return nodes.size() > 1;
    }

    boolean isError() {
        return first().isError();
    }

    /** Tells whether the span belongs to another service than its parent does. */
    boolean changesService() {
        Optional<String> above =
                Optional.ofNullable(parent).flatMap(WaterfallRow::span).map(Span::service);
        return span().isPresent() && !above.equals(span().map(Span::service));
    }

    /**
     * Returns the lines of the tree before the name, or the depth as a number where the lines would take too much room.
     */
    String tree(int mostLevels, Glyphs glyphs) {
        if (depth == 0) {
            return "";
        }
        if (depth > mostLevels) {
            String number = "depth " + depth + " ";
            return " ".repeat(Math.max(0, width(mostLevels - 1, glyphs) - number.length()))
                    + number
                    + glyphs.branch(last);
        }
        return parent.under(mostLevels, glyphs) + glyphs.branch(last);
    }

    /** Returns the lines of the tree before a second line of this row. */
    String beneath(int mostLevels, Glyphs glyphs) {
        return under(mostLevels, glyphs) + (hasChildren && depth < mostLevels ? glyphs.under(false) : "");
    }

    private String under(int mostLevels, Glyphs glyphs) {
        if (depth > mostLevels) {
            return " ".repeat(TerminalText.width(tree(mostLevels, glyphs)));
        }
        StringBuilder under = new StringBuilder();
        for (WaterfallRow row = this; row.depth > 0; row = row.parent) {
            under.insert(0, glyphs.under(row.last));
        }
        return under.toString();
    }

    private static int width(int levels, Glyphs glyphs) {
        return levels * TerminalText.width(glyphs.under(true));
    }
}
