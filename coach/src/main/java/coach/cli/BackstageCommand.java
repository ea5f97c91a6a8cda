package coach.cli;

import coach.bar.ContainerRelays;
import coach.bar.OpenBar;
import coach.bar.OutputListener;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.zipkin.WebRoutes;

/** Serves a bar whose services run in containers: relays connections between them, and receives their traces. */
@Command(
        name = "backstage",
        hidden = true,
        description = "The lines and the traces of a bar in containers; docker-compose.yml starts it.")
final class BackstageCommand implements Callable<Integer> {

    private static final String HOW_TO_RESTART = """
            The services run in containers, and their code is built into these.
            Next: docker compose up --detach""";

    @Parameters(paramLabel = "HOST", description = "What the containers call this one.")
    private String host;

    @Option(
            names = "--line",
            paramLabel = "PORT=HOST:PORT[,MS]",
            description = "Listens at PORT and goes to HOST:PORT; each reply comes MS milliseconds later.")
    private List<String> lines = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        OutputListener log = (part, line) -> out.println(part + ": " + line);
        OpenBar published = OpenBar.published(System.getenv());
        List<WebRoutes> pages = List.of(
                routes -> routes.get(OpenBar.PATH, ctx -> ctx.result(published.toString())),
                routes -> routes.post(RestartApi.PATH, ctx -> ctx.result(HOW_TO_RESTART)));
        ContainerRelays backstage = ContainerRelays.open(host, lines, System.getenv(), pages, log);
        Runtime.getRuntime().addShutdownHook(new Thread(backstage::close, "close the backstage"));
        out.println("Traces are shown at %s; the app is at %s.".formatted(published.page(), published.app()));
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
