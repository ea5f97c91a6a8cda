package traces.waterfall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.terminal.Plurals;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/** The sentences beneath a waterfall: missing rows, missing spans and corrected clocks. */
final class WaterfallNotes {

    private static final int MOST_SERVICES = 3;

    private final Screen screen;

    WaterfallNotes(Screen screen) {
        this.screen = screen;
    }

    /** @param left the rows that are not shown */
    List<String> lines(TraceTree tree, List<WaterfallRow> left) {
        List<String> sentences = new ArrayList<>();
        if (!left.isEmpty()) {
            sentences.add(leftOut(left));
        }
        if (!tree.isWhole()) {
            sentences.add("Not all of this trace is here: spans may still arrive, or were never sent.");
        }
        Map<String, Long> shifts = shifts(tree);
        if (!shifts.isEmpty()) {
            sentences.add(clocks(shifts));
        }
        return sentences.stream()
                .flatMap(sentence -> TerminalText.wrapped(sentence, screen.width(), screen.glyphs()).stream())
                .toList();
    }

    private static String leftOut(List<WaterfallRow> left) {
        int errors = left.stream()
                .filter(WaterfallRow::isError)
                .mapToInt(row -> row.nodes().size())
                .sum();
        String failed = errors == 0 ? "" : ", with " + Plurals.grouped(errors, "error");
        return Plurals.grouped(left.size(), "more row") + failed + "; --all draws everything.";
    }

    /** Returns the largest correction of each service's clock. */
    private static Map<String, Long> shifts(TraceTree tree) {
        Map<String, Long> shifts = new LinkedHashMap<>();
        for (TraceNode node : tree.nodes()) {
            if (node.shift() != 0 && node.isTimed()) {
                String service = node.span().map(Span::service).orElse("");
                shifts.merge(service, node.shift(), (one, other) -> Math.abs(one) >= Math.abs(other) ? one : other);
            }
        }
        return shifts;
    }

    private String clocks(Map<String, Long> shifts) {
        String apart = shifts.entrySet().stream()
                .limit(MOST_SERVICES)
                .map(shift -> "that of %s is %s %s"
                        .formatted(
                                TerminalText.safe(shift.getKey()),
                                screen.time(Math.abs(shift.getValue())),
                                shift.getValue() > 0 ? "behind" : "ahead"))
                .collect(Collectors.joining(", "));
        String others = shifts.size() > MOST_SERVICES ? " and so on" : "";
        return "Clocks differ: " + apart + others + "; put right here.";
    }
}
