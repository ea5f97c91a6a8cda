package coach.draw;

import coach.trace.Span;
import coach.trace.TraceTree;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the rows of a waterfall: whether it failed, how many it is, whose it is, what it is called. */
final class Labels {

    private static final String ERROR = "! ";
    private static final int LONGEST_SERVICE = 24;

    private final Signs signs;
    private final Map<String, Ink> inks;
    private final Set<String> ids;

    /** @param inks the services in their colours */
    Labels(Signs signs, TraceTree tree, Map<String, Ink> inks) {
        this.signs = signs;
        this.inks = inks;
        ids = tree.nodes().stream()
                .flatMap(node -> node.span().stream())
                .map(Span::id)
                .collect(Collectors.toSet());
    }

    void add(Row row, Line line) {
        if (row.isError()) {
            line.add(ERROR, Ink.ERROR);
        }
        line.add(count(row));
        if (row.changesService()) {
            line.add(service(row), inks.get(row.span().orElseThrow().service()));
        }
        line.add(name(row), row.span().isEmpty() ? Ink.FAINT : Ink.PLAIN);
    }

    int width(Row row) {
        String service = row.changesService() ? service(row) : "";
        return Letters.width((row.isError() ? ERROR : "") + count(row) + service + name(row));
    }

    private String count(Row row) {
        return row.isFold() ? String.format(Locale.ROOT, "%,d %s ", row.nodes().size(), signs.times()) : "";
    }

    private String service(Row row) {
        String service = Letters.safe(row.span().orElseThrow().service());
        return Letters.clipped(service, LONGEST_SERVICE, signs) + ": ";
    }

    /** What never arrived is called by its id. */
    private String name(Row row) {
        if (row.span().isEmpty()) {
            String missing = row.first().missing().orElse("");
            return ids.contains(missing) ? "(spans that are each other's parents)" : "(missing span " + missing + ")";
        }
        String name = Letters.safe(row.span().get().name());
        return name.isEmpty() ? "(no name)" : name;
    }
}
