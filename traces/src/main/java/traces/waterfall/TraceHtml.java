package traces.waterfall;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.DurationText;
import traces.model.Operation;
import traces.model.Printable;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalSvg;

/** A trace as one HTML file without links to others: its waterfall, its findings and its statements. */
public final class TraceHtml {

    /** More statements are too many to read. */
    private static final int MOST_STATEMENTS = 200;

    private static final int LONGEST = 4_000;

    private static final Template PAGE = Mustache.compiler().compile(template());

    private TraceHtml() {}

    /** The values of the template, which escapes all of them but the picture. */
    private record View(
            String title, String picture, List<String> findings, List<StatementView> statements, int leftOut) {

        boolean hasStatements() {
            return !statements.isEmpty();
        }

        boolean isCut() {
            return leftOut > 0;
        }
    }

    private record StatementView(String statement, int calls, String time) {}

    /** @param width of the waterfall, in columns */
    public static String of(TraceTree tree, boolean all, int width, ZoneId zone) {
        TraceSummary summary = TraceSummary.of(tree);
        String title = Printable.of(summary.rootName()) + ", " + DurationText.text(summary.durationNanos());
        List<String> waterfall =
                new Waterfall(tree, all).lines(Screen.plain(width).coloured(), zone);
        List<StatementView> statements = statements(tree);
        return PAGE.execute(new View(
                title,
                TerminalSvg.of(title, waterfall),
                Findings.of(tree).stream()
                        .map(Finding::sentence)
                        .map(Printable::of)
                        .toList(),
                statements.stream().limit(MOST_STATEMENTS).toList(),
                statements.size() - MOST_STATEMENTS));
    }

    /** Returns the statements of the trace without their values, in the order of their first calls. */
    private static List<StatementView> statements(TraceTree tree) {
        Map<String, List<TraceNode>> byStatement = new LinkedHashMap<>();
        for (TraceNode node : tree.nodes()) {
            node.span()
                    .filter(span -> span.statement().isPresent())
                    .map(TraceHtml::statement)
                    .ifPresent(statement -> byStatement
                            .computeIfAbsent(statement, key -> new ArrayList<>())
                            .add(node));
        }
        return byStatement.entrySet().stream()
                .map(calls -> new StatementView(calls.getKey(), calls.getValue().size(), time(calls.getValue())))
                .toList();
    }

    private static String statement(Span span) {
        String what = Printable.of(Operation.of(span).what());
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "…";
    }

    private static String time(List<TraceNode> calls) {
        return DurationText.text(TimeInterval.covered(TimeInterval.of(calls)));
    }

    private static String template() {
        try (InputStream file = TraceHtml.class.getResourceAsStream("trace.html")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the template of a trace's page", e);
        }
    }
}
