package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.model.DurationText;
import traces.model.Printable;
import traces.store.StoreClient;
import traces.zipkin.TraceWebServer;

/** Sends a request to the bar, and prints the answer and the address of its trace. */
@Command(
        name = "curl",
        description = "Sends a request with a trace id of its own; prints the reply, its time, and where its trace is.")
final class CurlCommand implements Callable<Integer> {

    /** A traced service sends its spans five times a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Parameters(
            paramLabel = "PATH",
            description = "What to ask the app for, such as pair/beer?name=ipa; or a whole URL on this machine.")
    private String path;

    @Mixin
    private BarOptions which;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        OpenBar bar = which.open();
        URI url = bar.forThisProcess(CurlTarget.of(path, bar.app()));
        Optional<BarState> state = which.awaitState(bar);
        TracedRequest request = new TracedRequest(url);

        TracedRequest.Reply reply = request.send(bar.page());

        PrintWriter out = spec.commandLine().getOut();
        reply.body().lines().map(Printable::of).forEach(out::println);
        out.println();
        String answered = "%s in %s.".formatted(reply.status(), DurationText.text(reply.nanos()));
        boolean traced = state.isPresent()
                ? state.get().traced() || !url.getAuthority().equals(bar.app().getAuthority())
                : new ArrivedTrace(new StoreClient(bar.page()), request.traceId()).await(PATIENCE);
        if (!traced) {
            out.println(answered + " It has no trace: the services of this bar run without an agent.");
            out.println("Next: " + Workshop.command("measure \"" + path + "\""));
            return 0;
        }
        out.println(answered + " Its trace: "
                + TraceWebServer.urlOf(OpenBar.forPeople(bar.page()).getPort(), request.traceId()));
        request.report(bar.otlp(), reply).ifPresent(out::println);
        out.println("Next: " + Workshop.command("trace " + request.traceId()));
        return 0;
    }
}
