package traces.waterfall;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import traces.model.Span;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** Names the rows of a waterfall: whether it failed, how many it is, whose it is, what it is called. */
final class RowLabels {

    private static final String ERROR = "! ";
    private static final int LONGEST_SERVICE = 24;

    private final Glyphs signs;
    private final Map<String, TextStyle> inks;
    private final Set<String> ids;

    /** @param inks the services in their colours */
    RowLabels(Glyphs signs, TraceTree tree, Map<String, TextStyle> inks) {
        this.signs = signs;
        this.inks = inks;
        ids = tree.nodes().stream()
                .flatMap(node -> node.span().stream())
                .map(Span::id)
                .collect(Collectors.toSet());
    }

    void add(WaterfallRow row, TerminalLine line) {
        if (row.isError()) {
            line.add(ERROR, TextStyle.ERROR);
        }
        line.add(count(row));
        if (row.changesService()) {
            line.add(service(row), inks.get(row.span().orElseThrow().service()));
        }
        line.add(name(row), row.span().isEmpty() ? TextStyle.FAINT : TextStyle.PLAIN);
    }

    int width(WaterfallRow row) {
        String service = row.changesService() ? service(row) : "";
        return TerminalText.width((row.isError() ? ERROR : "") + count(row) + service + name(row));
    }

    private String count(WaterfallRow row) {
        return row.isFold() ? String.format(Locale.ROOT, "%,d %s ", row.nodes().size(), signs.times()) : "";
    }

    private String service(WaterfallRow row) {
        String service = TerminalText.safe(row.span().orElseThrow().service());
        return TerminalText.clipped(service, LONGEST_SERVICE, signs) + ": ";
    }

    /** What never arrived is called by its id. */
    private String name(WaterfallRow row) {
        if (row.span().isEmpty()) {
            String missing = row.first().missing().orElse("");
            return ids.contains(missing) ? "(spans that are each other's parents)" : "(missing span " + missing + ")";
        }
        String name = TerminalText.safe(row.span().get().name());
        return name.isEmpty() ? "(no name)" : name;
    }
}
