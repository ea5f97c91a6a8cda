package traces.waterfall;

import java.util.List;
import java.util.Optional;
import traces.model.Span;
import traces.model.TraceNode;
import traces.terminal.Glyphs;
import traces.terminal.TerminalText;

/** A row of a waterfall: one span, or several alike that are folded into one, or a placeholder. */
final class WaterfallRow {

    private final List<TraceNode> nodes;
    private final WaterfallRow parent;
    private final int depth;
    private final boolean last;
    private boolean hasChildren;

    /**
     * @param nodes in the order of their starts
     * @param parent null for a top
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

    /** The first of its spans; none for a placeholder. */
    Optional<Span> span() {
        return first().span();
    }

    boolean isFold() {
        return nodes.size() > 1;
    }

    boolean isError() {
        return first().isError();
    }

    /** Whether another service than that of the row above does it. */
    boolean changesService() {
        Optional<String> above =
                Optional.ofNullable(parent).flatMap(WaterfallRow::span).map(Span::service);
        return span().isPresent() && !above.equals(span().map(Span::service));
    }

    /** What stands before its name: lines for each level, or the number of levels where they would take too much room. */
    String tree(int mostLevels, Glyphs signs) {
        if (depth == 0) {
            return "";
        }
        if (depth > mostLevels) {
            String number = "depth " + depth + " ";
            return " ".repeat(Math.max(0, width(mostLevels - 1, signs) - number.length()))
                    + number
                    + signs.branch(last);
        }
        return parent.under(mostLevels, signs) + signs.branch(last);
    }

    /** What stands before a line that belongs to it, beneath its name. */
    String beneath(int mostLevels, Glyphs signs) {
        return under(mostLevels, signs) + (hasChildren && depth < mostLevels ? signs.under(false) : "");
    }

    private String under(int mostLevels, Glyphs signs) {
        if (depth > mostLevels) {
            return " ".repeat(TerminalText.width(tree(mostLevels, signs)));
        }
        StringBuilder under = new StringBuilder();
        for (WaterfallRow row = this; row.depth > 0; row = row.parent) {
            under.insert(0, signs.under(row.last));
        }
        return under.toString();
    }

    private static int width(int levels, Glyphs signs) {
        return levels * TerminalText.width(signs.under(true));
    }
}
