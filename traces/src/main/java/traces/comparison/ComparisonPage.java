package traces.comparison;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Consumer;
import traces.model.Trace;
import traces.model.TraceTree;
import traces.store.ListedTrace;
import traces.store.TraceStore;

/**
 * Serves the page that compares two traces at {@code /compare?a=ID&b=ID}, and the comparison as JSON at
 * {@code /compare.json?a=ID&b=ID}.
 *
 * <p>The page is plain HTML and SVG: it needs no script, and its policy allows none.
 */
public final class ComparisonPage {

    /** The number of traces that a page without a comparison links to. */
    private static final int LINKED = 10;

    private final TraceStore store;
    private final Optional<String> measure;

    /** @param measure the command that measures both; none where there is no such command */
    public ComparisonPage(TraceStore store, Optional<String> measure) {
        this.store = store;
        this.measure = measure;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/compare", this::page);
        routes.get("/compare.json", this::json);
        routes.get("/compare/style.css", ctx -> PageResponse.send(ctx, "text/css", PageTemplates.STYLE));
    }

    private void page(Context ctx) {
        answer(
                ctx,
                comparison -> PageResponse.html(ctx, PageTemplates.COMPARISON.execute(ComparisonView.of(comparison))),
                problem -> PageResponse.html(ctx, PageTemplates.PROBLEM.execute(view(problem))));
    }

    private ProblemView view(ComparisonProblem problem) {
        return ProblemView.of(
                problem, store.listed(LINKED).stream().map(ListedTrace::summary).toList());
    }

    private void json(Context ctx) {
        answer(
                ctx,
                comparison -> PageResponse.send(
                        ctx, "application/json", ComparisonJson.of(comparison).text()),
                problem -> PageResponse.send(ctx, "application/json", problem.json()));
    }

    private void answer(Context ctx, Consumer<TraceComparison> found, Consumer<ComparisonProblem> not) {
        try {
            found.accept(TraceComparison.of(tree(ctx, "a"), tree(ctx, "b"), measure));
        } catch (ComparisonProblem problem) {
            ctx.status(problem.status());
            not.accept(problem);
        }
    }

    private TraceTree tree(Context ctx, String parameter) {
        String id = Optional.ofNullable(ctx.queryParam(parameter)).orElse("");
        if (!id.matches("[0-9a-fA-F]{32}")) {
            throw ComparisonProblem.noId(parameter, id);
        }
        Trace trace = store.find(id).orElseThrow(() -> ComparisonProblem.notThere(id));
        return TraceTree.of(trace);
    }
}
