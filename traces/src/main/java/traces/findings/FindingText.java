package traces.findings;

import java.util.List;
import traces.model.Printable;
import traces.model.Span;
import traces.model.SpanNameTemplate;
import traces.model.TraceNode;

/** Writes the names of spans and statements within a sentence: short, and safe to print. */
final class FindingText {

    private static final int NAME = 60;
    private static final int SERVICE = 40;
    private static final int STATEMENT = 80;

    private FindingText() {}

    // GET /orders (shop)
    static String where(TraceNode node) {
        return node.span().map(FindingText::where).orElse("a span that has not arrived");
    }

    static String where(Span span) {
        return where(List.of(span));
    }

    /** @param alike spans of one operation and service; never empty */
    static String where(List<Span> alike) {
        return name(alike) + " (" + shortened(alike.get(0).service(), SERVICE) + ")";
    }

    // GET /items/1000 and GET /items/1001 -> GET /items/…
    static String name(List<Span> alike) {
        String name = SpanNameTemplate.ofAll(alike.stream().map(Span::name).toList());
        return name.isBlank() ? "a span without a name" : shortened(name, NAME);
    }

    static List<Span> spans(List<TraceNode> nodes) {
        return nodes.stream().flatMap(node -> node.span().stream()).toList();
    }

    // select d1_0.id, … many columns … from donut d1_0 where d1_0.id = ? -> select … from donut d1_0 where d1_0.id = ?
    static String statement(String statement) {
        int from = statement.indexOf(" from ");
        boolean columns = statement.length() > STATEMENT && statement.startsWith("select ") && from > 0;
        return shortened(columns ? "select …" + statement.substring(from) : statement, STATEMENT);
    }

    static String shortened(String text, int most) {
        // Cut before it is made safe, so that a megabyte is not; and after, because that makes it longer.
        return cut(Printable.of(cut(text.strip(), most)), most);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    // 1 -> "", 3 -> "3 × "
    static String times(int count) {
        return count == 1 ? "" : count + " × ";
    }

    /** Writes a share in whole percent, and never 0. */
    static String share(long part, long whole) {
        long percent = Math.round(100.0 * part / Math.max(1, whole));
        return percent < 1 ? "less than 1 %" : Math.min(100, percent) + " %";
    }
}
