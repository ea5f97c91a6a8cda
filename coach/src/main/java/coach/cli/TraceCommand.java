package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.time.ZoneId;
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
import traces.model.DurationText;
import traces.model.Trace;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.store.StoredTraces;
import traces.terminal.Screen;
import traces.waterfall.TraceHtml;
import traces.waterfall.TraceReport;
import traces.zipkin.TraceWebServer;

/** Draws a trace. */
@Command(name = "trace", description = "Draws a trace as a waterfall, and says what stands out in it.")
final class TraceCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TRACE",
            arity = "0..1",
            description = "'last', 'last~1' for the one before, an id or its beginning, or a file saved with --json"
                    + " (default: ${DEFAULT-VALUE}).")
    private String which = "last";

    @Option(names = "--all", description = "Draw each span by itself, however many there are.")
    private boolean all;

    @Option(names = "--json", description = "Print the trace in OTLP's JSON instead.")
    private boolean json;

    @Mixin
    private PictureOptions pictures;

    @Mixin
    private BarOptions bar;

    @Spec
    private CommandSpec spec;

    private final Function<BarOptions, StoredTraces> bars;
    private final Supplier<Screen> screen;
    private final ZoneId zone;

    /** @param bars the traces of the open bar that is meant */
    public TraceCommand(Function<BarOptions, StoredTraces> bars) {
        this(bars, OutputScreen::detect, ZoneId.systemDefault());
    }

    TraceCommand(Function<BarOptions, StoredTraces> bars, Supplier<Screen> screen, ZoneId zone) {
        this.bars = bars;
        this.screen = screen;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        // A picture shows one trace, where a file may hold several.
        List<TraceSource> sources =
                pictures.isAsked() ? List.of(TraceSource.of(which, bar, bars)) : TraceSource.all(which, bar, bars);
        sources.forEach(this::print);
        return 0;
    }

    private void print(TraceSource source) {
        PrintWriter out = spec.commandLine().getOut();
        Trace trace = source.trace();
        TraceTree tree = TraceTree.of(trace);
        TraceReport report = new TraceReport(tree, all);
        List<String> written = pictures.write(
                screen.get(),
                title(tree),
                coloured -> report.lines(coloured, zone, Optional.empty()),
                () -> TraceHtml.of(tree, all, screen.get().width(), zone));
        if (json) {
            out.println(OtlpJson.write(trace.toOtlp()));
            return;
        }
        Optional<String> page = source.page().map(bar -> TraceWebServer.urlOf(bar.getPort(), trace.id()));
        report.lines(screen.get(), zone, page).forEach(out::println);
        written.forEach(out::println);
        String name = page.isPresent() ? trace.id() : which;
        out.println("Next: " + Workshop.command(report.leavesOut() ? "trace " + name + " --all" : "traces"));
    }

    private static String title(TraceTree tree) {
        TraceSummary summary = TraceSummary.of(tree);
        return summary.rootName() + ", " + DurationText.text(summary.durationNanos());
    }
}
