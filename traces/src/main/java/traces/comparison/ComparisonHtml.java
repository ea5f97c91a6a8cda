package traces.comparison;

import java.util.List;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.Printable;
import traces.model.TraceTree;

/** A comparison as one HTML file without links to others: differences, statements, waterfalls and findings. */
public final class ComparisonHtml {

    private ComparisonHtml() {}

    /** The values of the template. */
    private record View(
            String style, List<String> measured, ComparisonView comparison, List<FindingsOfTrace> findings) {}

    private record FindingsOfTrace(String letter, List<String> sentences) {}

    /** @param measured sentences about a measurement of both; none where nothing was measured */
    public static String of(TraceComparison comparison, List<String> measured) {
        return PageTemplates.FILE.execute(new View(
                PageTemplates.STYLE,
                measured.stream()
                        .filter(line -> !line.isBlank())
                        .map(Printable::of)
                        .toList(),
                ComparisonView.of(comparison, false),
                List.of(findings("A", comparison.a()), findings("B", comparison.b()))));
    }

    private static FindingsOfTrace findings(String letter, TraceTree tree) {
        List<String> sentences = Findings.of(tree).stream()
                .map(Finding::sentence)
                .map(Printable::of)
                .toList();
        return new FindingsOfTrace(letter, sentences);
    }
}
