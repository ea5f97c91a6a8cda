package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import traces.model.TraceSummary;
import traces.store.ListedTrace;
import traces.store.StoredTraces;
import traces.terminal.AsciiJson;
import traces.terminal.Screen;
import traces.waterfall.TraceTable;

/** Lists the newest traces, or draws each as it completes. */
@Command(name = "traces", description = "Lists the newest traces, newest first; or draws each as it completes.")
final class TracesCommand implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", description = "How many to list, at most (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--all", description = "Include those of no request: the services' start, and their health checks.")
    private boolean all;

    @Option(names = "--json", description = "Print them as JSON instead.")
    private boolean json;

    @Option(names = "--follow", description = "Wait for traces, and draw each as it completes; Ctrl-C ends.")
    private boolean follow;

    @Mixin
    private BarOptions bar;

    @Spec
    private CommandSpec spec;

    private final Function<BarOptions, StoredTraces> bars;
    private final Supplier<Screen> screen;
    private final ZoneId zone;
    private final Duration pause;

    /** @param bars the traces of the open bar that is meant */
    public TracesCommand(Function<BarOptions, StoredTraces> bars) {
        this(bars, OutputScreen::detect, ZoneId.systemDefault(), Duration.ofMillis(300));
    }

    /** @param pause between two looks at the traces that there are */
    TracesCommand(Function<BarOptions, StoredTraces> bars, Supplier<Screen> screen, ZoneId zone, Duration pause) {
        this.bars = bars;
        this.screen = screen;
        this.zone = zone;
        this.pause = pause;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit < 1) {
            throw new UserError("--limit is " + limit + "; it should be at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        StoredTraces ofTheBar = bars.apply(bar);
        StoredTraces traces = all ? ofTheBar : new RequestTraces(ofTheBar);
        if (follow) {
            return new TraceFollower(traces, screen.get(), zone, out, json).follow(pause);
        }
        List<TraceSummary> newest =
                traces.newest(limit).stream().map(ListedTrace::summary).toList();
        if (json) {
            out.println(AsciiJson.pretty(newest));
            return 0;
        }
        return newest.isEmpty() ? sayWhy(ofTheBar, out) : list(newest, out);
    }

    private static int sayWhy(StoredTraces ofTheBar, PrintWriter out) {
        boolean others = !ofTheBar.newest(1).isEmpty();
        out.println(
                others
                        ? "No request has been traced yet; --all lists what the services did by themselves."
                        : "No trace has arrived yet. Traces come from services that run with an agent.%nThat is one whose folder has an otel.properties, or each of them after %s"
                                .formatted(Workshop.command("up --agent")));
        out.println("Next: " + Workshop.command("curl \"pair/beer?name=ipa\""));
        return 1;
    }

    private int list(List<TraceSummary> newest, PrintWriter out) {
        new TraceTable(screen.get(), zone).lines(newest).forEach(out::println);
        out.println("Next: " + Workshop.command("trace " + newest.get(0).id()));
        return 0;
    }
}
