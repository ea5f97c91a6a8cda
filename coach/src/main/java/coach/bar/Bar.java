package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.Folders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import traces.store.TraceStore;
import traces.zipkin.WebRoutes;

/**
 * A bar: the app and the score service, each in a JVM of its own, and their backends behind wires.
 *
 * <pre>
 *   beer-donut-app ─── wire ─── database (H2)
 *                  └── wire ─┐
 *   score-service  ─── wire ─┴─ Redis
 * </pre>
 *
 * <p>Each client of a backend has a wire of its own, so that one can be slowed, cut or counted without the others. A
 * bar also receives the traces that the services send, and shows them.
 */
public final class Bar implements AutoCloseable {

    private final BarPlan plan;
    private final OutputListener listener;
    private final List<WebRoutes> pages;
    private final ResourceStack opened = new ResourceStack();

    private final TraceStore traces = new TraceStore();

    private BarFile file;
    private Backends backends;
    private Wires wires;
    private ServiceProcesses services;

    public Bar(BarPlan plan, OutputListener listener) {
        this(plan, listener, List.of());
    }

    /** @param pages more pages for its web server, besides those with the traces */
    public Bar(BarPlan plan, OutputListener listener, List<WebRoutes> pages) {
        this.plan = plan;
        this.listener = listener;
        this.pages = pages;
    }

    /**
     * Starts all parts and waits until the services answer.
     *
     * @throws UserError when a part does not start; the parts that did are stopped
     */
    public Bar open() {
        return openBackends().openServices(plan.code());
    }

    /**
     * Starts all parts but the services.
     *
     * @throws UserError when a part does not start; the parts that did are stopped
     */
    public Bar openBackends() {
        try {
            file = createFile();
            ProcessLauncher launcher = new ProcessLauncher(opened, file, plan.logs(), listener);
            // First, because a service sends spans while it starts.
            new TraceServers(traces, plan.tracing(), pages).open(ServiceAddresses.HOST, opened, listener);
            backends = Backends.open(plan, launcher);
            wires = opened.keep(() -> Wires.open(backends, plan.distance()));
            ServiceAddresses addresses = new ServiceAddresses(plan, backends, wires);
            Stream.of(ServiceProgram.values())
                    .forEach(program -> file.keepSettings(program.module(), addresses.besideTheBar(program)));
            services = new ServiceProcesses(plan, launcher, addresses);
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

    /**
     * Starts the services, and waits until they answer.
     *
     * @throws UserError when one does not start; all parts are stopped
     */
    public Bar openServices(CompiledServices code) {
        try {
            services.start(ServiceProgram.APP, code, Map.of());
            if (plan.withScores()) {
                services.start(ServiceProgram.SCORES, code, Map.of());
            }
            // Afterwards, because the JVMs need longer.
            backends.startRedis(file);
            awaitAnswers();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
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
     * Restarts one of the services, and waits until it answers; the backends stay as they are.
     *
     * @param settings environment variables, besides the addresses of the others
     * @throws UserError when it does not start; then it does not run
     */
    public ManagedProcess restart(ServiceProgram program, CompiledServices code, Map<String, String> settings) {
        ManagedProcess process = services.start(program, code, settings);
        awaitHealth(process);
        return process;
    }

    /**
     * Restarts services, waits until each answers anything, as one may need a process that is away just now, and warms
     * them up.
     *
     * @throws UserError when one does not start; then it does not run
     */
    public List<ManagedProcess> restartWarm(List<ServiceProgram> programs, CompiledServices code) {
        return new WarmRestart(this, services).restart(programs, code);
    }

    /** Starts a JVM for the next start of a service, where none waits; it takes the code only then. */
    public void startAhead(ServiceProgram program, CompiledServices code) {
        services.startAhead(program, code);
    }

    /** Returns whether a JVM waits that can run that code; it may still be loading libraries. */
    public boolean canRunAhead(ServiceProgram program, CompiledServices code) {
        return services.canRunAhead(program, code);
    }

    /** Waits until the JVM that was started ahead for that service has loaded its libraries; returns at once if none was. */
    public void awaitStartedAhead(ServiceProgram program) {
        services.awaitStartedAhead(program);
    }

    /**
     * Restarts a process that has died, and does not wait until it answers.
     *
     * @param code what it is to run, if it is a service
     * @return empty when another process runs in its place by now
     * @throws UserError when it does not start, or the bar is closed
     */
    public Optional<ManagedProcess> startAgain(ManagedProcess dead, CompiledServices code) {
        if (!isRedis(dead)) {
            return services.startAgain(dead, code);
        }
        backends.startRedis(file);
        return embeddedRedis().map(EmbeddedRedis::process);
    }

    private boolean isRedis(ManagedProcess process) {
        return embeddedRedis()
                .filter(redis -> redis.process().name().equals(process.name()))
                .isPresent();
    }

    /**
     * Waits until a process answers anything.
     *
     * @throws UserError when it ends first, or takes longer than two minutes
     */
    public void awaitAnswer(ManagedProcess process) {
        // Redis has been waited for already, as it is found out only then which of its binaries runs.
        process.await(() -> isRedis(process) || HealthCheck.answers(url(process)));
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

    /** Returns the address of the page that shows the traces. */
    public URI pageUrl() {
        return URI.create("http://localhost:" + plan.tracing().pagePort());
    }

    /** Returns the traces that have arrived. */
    public TraceStore traces() {
        return traces;
    }

    public Database database() {
        return backends.database();
    }

    /** Returns the bar's own Redis; none if it was given another one. */
    public Optional<EmbeddedRedis> embeddedRedis() {
        return backends.embeddedRedis();
    }

    public Redis redis() {
        return backends.redis();
    }

    public ManagedProcess app() {
        return services.running(ServiceProgram.APP);
    }

    /** Returns the score service; null if the plan is without it. */
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

    /** Stops all parts, the last started first; also while the bar is still opening. */
    @Override
    public void close() {
        opened.close();
    }
}
