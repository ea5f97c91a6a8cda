package traces.waterfall;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import traces.model.Span;
import traces.model.SpanNameTemplate;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** Labels the rows of a waterfall: a mark for an error, the number of spans, the service and the name. */
final class RowLabels {

    private static final String ERROR = "! ";
    private static final int LONGEST_SERVICE = 24;

    private final Glyphs glyphs;
    private final Map<String, TextStyle> styles;
    private final Set<String> ids;

    /** @param styles the services with their colours */
    RowLabels(Glyphs glyphs, TraceTree tree, Map<String, TextStyle> styles) {
        this.glyphs = glyphs;
        this.styles = styles;
        ids = tree.nodes().stream()
                .flatMap(node -> node.span().stream())
                .map(Span::id)
                .collect(Collectors.toSet());
    }

    AttributedString of(WaterfallRow row) {
        AttributedStringBuilder label = new AttributedStringBuilder();
        if (row.isError()) {
            label.append(TextStyle.RED.of(ERROR));
        }
        label.append(count(row));
        if (row.changesService()) {
            String service = row.span().orElseThrow().service();
            String clipped = TerminalText.clipped(TerminalText.safe(service), LONGEST_SERVICE, glyphs);
            label.append(styles.get(service).of(clipped + ": "));
        }
        TextStyle style = row.span().isEmpty() ? TextStyle.FAINT : TextStyle.PLAIN;
        return label.append(style.of(name(row))).toAttributedString();
    }

    private String count(WaterfallRow row) {
        return row.isFold() ? String.format(Locale.ROOT, "%,d %s ", row.nodes().size(), glyphs.times()) : "";
    }

    /** A placeholder is named by the id of its missing span. */
    private String name(WaterfallRow row) {
        if (row.span().isEmpty()) {
            String missing = row.first().missing().orElse("");
            return ids.contains(missing) ? "(spans that are each other's parents)" : "(missing span " + missing + ")";
        }
        List<String> names = row.nodes().stream()
                .flatMap(node -> node.span().stream())
                .map(Span::name)
                .toList();
        String name = TerminalText.safe(SpanNameTemplate.ofAll(names).replace("…", glyphs.dots()));
        return name.isEmpty() ? "(no name)" : name;
    }
}
