package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.comparison.ComparisonHtml;
import traces.comparison.ComparisonJson;
import traces.comparison.ComparisonText;
import traces.comparison.TraceComparison;
import traces.model.TraceTree;
import traces.store.StoredTraces;
import traces.terminal.Screen;

/** Prints two traces side by side, and says what changed most. */
@Command(
        name = "compare-traces",
        description = "Compares two traces: what ran how often, and for how long, in each.",
        footer = {
            "",
            "A and B are each last, last~1 for the one before, an id or its first",
            "digits, or a file written by 'trace ID --json'."
        })
final class CompareTracesCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "A",
            defaultValue = "last~1",
            description = "The first trace, such as the one before a change (default: ${DEFAULT-VALUE}).")
    private String a;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "B",
            defaultValue = "last",
            description = "The second trace (default: ${DEFAULT-VALUE}).")
    private String b;

    @Mixin
    private BarOptions bar;

    @Mixin
    private PictureOptions pictures;

    @Option(names = "--json", description = "Print JSON, complete, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Function<BarOptions, StoredTraces> bars;
    private final Supplier<Screen> screen;

    /** @param bars the traces of the open bar that is meant */
    public CompareTracesCommand(Function<BarOptions, StoredTraces> bars) {
        this(bars, OutputScreen::detect);
    }

    CompareTracesCommand(Function<BarOptions, StoredTraces> bars, Supplier<Screen> screen) {
        this.bars = bars;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TraceSource first = TraceSource.of(a, bar, bars);
        TraceSource second = TraceSource.of(b, bar, bars);
        if (first.trace().id().equals(second.trace().id())) {
            throw new UserError("A and B are the same trace, %s: there is nothing to compare.%nNext: %s"
                    .formatted(first.trace().id(), Workshop.command("traces")));
        }
        TraceComparison comparison = TraceComparison.of(
                TraceTree.of(first.trace()), TraceTree.of(second.trace()), Optional.of(Workshop.command("measure")));
        List<String> written = pictures.write(
                screen.get(),
                "Two traces compared",
                coloured ->
                        new ComparisonText(comparison, coloured).text().lines().toList(),
                () -> ComparisonHtml.of(comparison, List.of()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ComparisonJson.of(comparison).text());
            return 0;
        }
        out.println(new ComparisonText(comparison, screen.get()).text());
        out.println();
        first.page()
                .flatMap(page -> second.page())
                .ifPresent(page -> out.println("On one time axis: " + page.resolve(comparison.path())));
        written.forEach(out::println);
        out.println("Next: "
                + Workshop.command(next(
                        comparison, second.page().isPresent() ? second.trace().id() : b)));
        return 0;
    }

    private static String next(TraceComparison comparison, String nameOfB) {
        return comparison.hasSameCalls() ? "measure" : "trace " + nameOfB;
    }
}
