package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A bar that is open, on this machine or in containers, as another process finds it.
 *
 * @param app the app's address
 * @param page where the traces are shown, and the coach is asked
 * @param otlp the receiver of traces
 */
public record OpenBar(URI app, URI page, URI otlp) {

    /** Where the coach of a bar in containers says its {@link #toString()}. */
    public static final String PATH = "/api/bar";

    /** The app's, unless another is asked for; the same goes for the other two. */
    public static final int APP_PORT = 5000;

    /** Zipkin's. */
    public static final int PAGE_PORT = 9411;

    /** OTLP over HTTP has this port in every program that speaks it. */
    public static final int OTLP_PORT = 4318;

    /** Within the containers' own network: the host that stands for the bar. */
    private static final String HOST = "WORKSHOP_BAR";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * The one that is open.
     *
     * @param port of its app, or null for the only one
     * @throws UserError when there is none, or there are several
     */
    public static OpenBar theOnlyOne(Integer port) {
        if (isInContainers()) {
            return at(System.getenv(HOST), APP_PORT, PAGE_PORT, OTLP_PORT);
        }
        List<BarFile> open = BarFile.all(Workshop.bars()).stream()
                .filter(BarFile::isOpen)
                .filter(bar -> port == null || bar.app().getPort() == port)
                .toList();
        if (open.size() > 1) {
            throw new UserError("Several bars are open: %s.%nSay which one with --port."
                    .formatted(open.stream().map(BarFile::address).collect(Collectors.joining(", "))));
        }
        return open.stream()
                .findFirst()
                .map(bar -> new OpenBar(bar.app(), bar.page(), bar.otlp()))
                .or(() -> inContainers(port))
                .orElseThrow(() -> none(port));
    }

    /** Whether this runs in a container of such a bar itself. */
    public static boolean isInContainers() {
        return !System.getenv().getOrDefault(HOST, "").isBlank();
    }

    /** The one that {@code docker compose} has opened on this machine. */
    public static Optional<OpenBar> inContainers() {
        return inContainers(System.getenv());
    }

    static Optional<OpenBar> inContainers(Map<String, String> env) {
        return HttpGet.body(published(env).page().resolve(PATH), TIMEOUT).flatMap(OpenBar::parse);
    }

    private static Optional<OpenBar> inContainers(Integer port) {
        return inContainers().filter(bar -> port == null || bar.app().getPort() == port);
    }

    /** At the ports where docker-compose.yml publishes it, as the same settings say. */
    public static OpenBar published(Map<String, String> env) {
        return at(
                "localhost",
                port(env, "APP_PORT", APP_PORT),
                port(env, "PAGE_PORT", PAGE_PORT),
                port(env, "OTLP_PORT", OTLP_PORT));
    }

    private static int port(Map<String, String> env, String name, int otherwise) {
        String given = env.getOrDefault(name, "");
        if (!given.matches("\\d{0,5}")) {
            throw new UserError("%s is '%s'; a port is a number.".formatted(name, given));
        }
        return given.isEmpty() ? otherwise : Integer.parseInt(given);
    }

    private static OpenBar at(String host, int app, int page, int otlp) {
        String server = "http://" + host + ":";
        return new OpenBar(URI.create(server + app), URI.create(server + page), URI.create(server + otlp));
    }

    // "http://localhost:5000 http://localhost:9411 http://localhost:4318"
    private static Optional<OpenBar> parse(String words) {
        String[] urls = words.strip().split(" ");
        boolean ours = urls.length == 3 && List.of(urls).stream().allMatch(url -> url.matches("http://[\\w.-]+:\\d+"));
        return ours
                ? Optional.of(new OpenBar(URI.create(urls[0]), URI.create(urls[1]), URI.create(urls[2])))
                : Optional.empty();
    }

    private static UserError none(Integer port) {
        return new UserError("No bar is open here%s.%nNext, in another terminal: %s"
                .formatted(
                        port == null ? "" : " at port " + port,
                        Workshop.command(port == null ? "up" : "up --port " + port)));
    }

    @Override
    public String toString() {
        return app + " " + page + " " + otlp;
    }
}
