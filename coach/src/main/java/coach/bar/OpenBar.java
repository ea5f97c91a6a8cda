package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import traces.zipkin.LoopbackNames;

/**
 * The addresses of an open bar, on this machine or in containers, for another process.
 *
 * @param page the address of the pages that show traces, and of the coach's own API
 * @param otlp the address of the receiver of traces
 */
public record OpenBar(URI app, URI page, URI otlp) {

    /** The path at which the coach of a bar in containers answers with its {@link #toString()}. */
    public static final String PATH = "/api/bar";

    /** The app's default port. */
    public static final int APP_PORT = 5000;

    /** The default port of the pages, which is Zipkin's. */
    public static final int PAGE_PORT = 9411;

    /** The default port of the receiver, which is that of OTLP over HTTP. */
    public static final int OTLP_PORT = 4318;

    /** The environment variable that a container of the bar has: the host that serves the bar. */
    private static final String HOST = "WORKSHOP_BAR";

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /**
     * Finds the open bar.
     *
     * @param port the port of its app, or null for any
     * @throws UserError when no bar is open, or several are
     */
    public static OpenBar theOnlyOne(Integer port) {
        return theOnlyOne(port, System.getenv());
    }

    static OpenBar theOnlyOne(Integer port, Map<String, String> env) {
        Optional<OpenBar> around = aroundThisContainer(env);
        if (around.isPresent()) {
            return around.filter(
                            bar -> bar.published().filter(it -> it.isAt(port)).isPresent())
                    .orElseThrow(() -> none(port));
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
                .or(() -> inContainers(env).filter(bar -> bar.isAt(port)))
                .orElseThrow(() -> none(port));
    }

    /** Returns the bar, open or not, in one of whose containers this process runs; none where it runs in no container. */
    private static Optional<OpenBar> aroundThisContainer(Map<String, String> env) {
        return Optional.ofNullable(env.get(HOST))
                .filter(host -> !host.isBlank())
                .map(host -> at(host, APP_PORT, PAGE_PORT, OTLP_PORT));
    }

    /** Returns its addresses on the machine around the containers; none while its page does not answer. */
    private Optional<OpenBar> published() {
        return HttpGet.body(page.resolve(PATH), TIMEOUT).flatMap(OpenBar::parse);
    }

    private boolean isAt(Integer port) {
        return port == null || app.getPort() == port;
    }

    /** Returns the bar that {@code docker compose} has opened on this machine. */
    public static Optional<OpenBar> inContainers() {
        return inContainers(System.getenv());
    }

    static Optional<OpenBar> inContainers(Map<String, String> env) {
        return published(env).published();
    }

    /**
     * Returns an address of the open bar as people can type it: a container sends to one that containers alone know, and
     * the bar knows which port it has outside.
     */
    public static URI forPeople(URI address) {
        return forPeople(address, System.getenv());
    }

    static URI forPeople(URI address, Map<String, String> env) {
        return aroundThisContainer(env)
                .filter(bar -> bar.app.getHost().equals(address.getHost()))
                .map(bar -> new AddressTranslation(bar, bar.published().orElseGet(() -> published(env))).of(address))
                .orElse(address);
    }

    /**
     * Returns an address that somebody has typed as this process reaches it: in a container, localhost is the container
     * itself, and meant is the machine around it.
     */
    public URI forThisProcess(URI typed) {
        boolean around =
                LoopbackNames.isMeantBy(String.valueOf(typed.getHost())) && !LoopbackNames.isMeantBy(app.getHost());
        return around ? new AddressTranslation(published().orElse(this), this).of(typed) : typed;
    }

    /** Returns the addresses that docker-compose.yml publishes with these environment variables. */
    public static OpenBar published(Map<String, String> env) {
        return at(
                "localhost",
                port(env, "APP_PORT", APP_PORT),
                port(env, "PAGE_PORT", PAGE_PORT),
                port(env, "OTLP_PORT", OTLP_PORT));
    }

    private static int port(Map<String, String> env, String name, int defaultPort) {
        String given = env.getOrDefault(name, "");
        if (!given.matches("\\d{0,5}")) {
            throw new UserError("%s is '%s'; a port is a number.".formatted(name, given));
        }
        return given.isEmpty() ? defaultPort : Integer.parseInt(given);
    }

    private static OpenBar at(String host, int app, int page, int otlp) {
        String server = "http://" + host + ":";
        return new OpenBar(URI.create(server + app), URI.create(server + page), URI.create(server + otlp));
    }

    // "http://localhost:5000 http://localhost:9411 http://localhost:4318"
    private static Optional<OpenBar> parse(String text) {
        String[] urls = text.strip().split(" ");
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
