package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.Folders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.store.TraceStore;
import traces.zipkin.WebRoutes;

/**
 * The whole bar: the app and the score service, each in a JVM of its own, and their backends at the other end of wires.
 *
 * <pre>
 *   beer-donut-app ─── wire ─── database (H2)
 *                  └── wire ─┐
 *   score-service  ─── wire ─┴─ Redis
 * </pre>
 *
 * <p>Beside them it receives the traces that the two services send, and shows them.
 */
public final class Bar implements AutoCloseable {

    private final BarPlan plan;
    private final OutputListener listener;
    private final List<WebRoutes> pages;
    private final ResourceStack opened = new ResourceStack();

    private final TraceStore traces = new TraceStore();

    private Backends backends;
    private Wires wires;
    private ServiceProcesses services;

    public Bar(BarPlan plan, OutputListener listener) {
        this(plan, listener, List.of());
    }

    /** @param pages what its web server shows beside the traces */
    public Bar(BarPlan plan, OutputListener listener, List<WebRoutes> pages) {
        this.plan = plan;
        this.listener = listener;
        this.pages = pages;
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws UserError when a part does not come up; what had started is stopped again
     */
    public Bar open() {
        try {
            BarFile file = createFile();
            ProcessLauncher launcher = new ProcessLauncher(opened, file, plan.logs(), listener);
            // First of all: a service's first spans are sent while it starts.
            new TraceServers(traces, plan.tracing(), pages).open(ServiceAddresses.HOST, opened, listener);
            backends = Backends.open(plan, launcher);
            wires = opened.keep(() -> Wires.open(backends, plan.distance()));
            startServices(launcher);
            // Afterwards, because the JVMs need longer.
            backends.startRedis(file);
            awaitAnswers();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private BarFile createFile() {
        opened.keep(() -> () -> Folders.delete(plan.folder()));
        return BarFile.create(
                plan.folder(),
                appUrl(),
                pageUrl(),
                URI.create("http://localhost:" + plan.tracing().otlpPort()));
    }

    private void startServices(ProcessLauncher launcher) {
        services = new ServiceProcesses(plan, launcher, new ServiceAddresses(plan, backends, wires));
        services.start(ServiceProgram.APP, plan.code(), Map.of());
        if (plan.withScores()) {
            services.start(ServiceProgram.SCORES, plan.code(), Map.of());
        }
    }

    private void awaitAnswers() {
        if (plan.withScores()) {
            awaitHealth(scores());
        }
        awaitHealth(app());
    }

    /** An app that would ask a score service is as healthy as it gets without one once it answers at all. */
    private void awaitHealth(ManagedProcess service) {
        URI url = url(service);
        service.await(() -> plan.withScores() ? HealthCheck.of(url) : HealthCheck.answers(url));
    }

    /**
     * Starts one of the services again, and waits until it answers; the backends stay as they are.
     *
     * @param settings environment variables, beside those that say where everything is
     * @throws UserError when it does not come up; then it does not run
     */
    public ManagedProcess restart(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        ManagedProcess part = services.start(program, code, settings);
        awaitHealth(part);
        return part;
    }

    /**
     * The same, but waits only until it answers anything: it may need another part that is away just now.
     *
     * @throws CannotOpen when it does not come up; then it does not run
     */
    public ManagedProcess restart(ServiceProgram program, CompiledServices code) {
        ManagedProcess part = services.start(program, code, Map.of());
        awaitAnswer(part);
        return part;
    }

    /**
     * Starts a part again that has died, and does not wait until it answers.
     *
     * @param code what it is to run, if it is a service
     * @return empty when another process runs in its place by now
     * @throws CannotOpen when it does not start, or the bar is closed
     */
    public Optional<ManagedProcess> startAgain(ManagedProcess dead, CompiledServices code) {
        if (!isRedis(dead)) {
            return services.startAgain(dead, code);
        }
        backends.awaitRedis().run();
        return embeddedRedis().map(EmbeddedRedis::part);
    }

    private boolean isRedis(ManagedProcess part) {
        return embeddedRedis()
                .filter(redis -> redis.part().name().equals(part.name()))
                .isPresent();
    }

    /**
     * Waits until a part answers anything.
     *
     * @throws CannotOpen when it ends first, or takes longer than two minutes
     */
    public void awaitAnswer(ManagedProcess part) {
        // Redis has been waited for already, as it is found out only then which of its binaries runs.
        part.await(() -> isRedis(part) || HealthCheck.answers(url(part)));
    }

    private URI url(ManagedProcess service) {
        return service.name().equals(ServiceProgram.APP.module()) ? appUrl() : scoreUrl();
    }

    public URI appUrl() {
        return URI.create("http://localhost:" + plan.appPort());
    }

    public URI scoreUrl() {
        return URI.create("http://localhost:" + plan.scorePort());
    }

    /** The web page that shows the traces. */
    public URI pageUrl() {
        return URI.create("http://localhost:" + plan.tracing().pagePort());
    }

    /** The traces that have arrived. */
    public TraceStore traces() {
        return traces;
    }

    public Database database() {
        return backends.database();
    }

    /** The bar's own Redis; none where it was given one. */
    public Optional<EmbeddedRedis> embeddedRedis() {
        return backends.embeddedRedis();
    }

    public Redis redis() {
        return backends.redis();
    }

    public ManagedProcess app() {
        return services.running(ServiceProgram.APP);
    }

    /** Null where the plan is without it. */
    public ManagedProcess scores() {
        return services.running(ServiceProgram.SCORES);
    }

    public Wires wires() {
        return wires;
    }

    /** Returns a sentence for each part that could not be stopped. */
    public List<String> closeErrors() {
        return opened.closeErrors();
    }

    /** Stops everything, last started first; also while it is still opening. */
    @Override
    public void close() {
        opened.close();
    }
}
