package coach.bar;

import coach.code.Code;
import coach.page.Routes;
import coach.store.TraceStore;
import coach.workshop.BarFile;
import coach.workshop.CannotOpen;
import coach.workshop.Folders;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole bar: the app and the score service, each in a JVM of its own, and their backends at the other end of wires.
 *
 * <pre>
 *   beer-donut-app ─── wire ─── database (H2, in this process)
 *                  └── wire ─┐
 *   score-service  ─── wire ─┴─ Redis
 * </pre>
 *
 * <p>Beside them it receives the traces that the two services send, and shows them.
 */
public final class Bar implements AutoCloseable {

    private final BarPlan plan;
    private final Listener listener;
    private final List<Routes> pages;
    private final Opened opened = new Opened();

    private final TraceStore traces = new TraceStore();

    private BarFile file;
    private Database database;
    private EmbeddedRedis embeddedRedis;
    private Redis redis;
    private Wires wires;
    private Services services;

    public Bar(BarPlan plan, Listener listener) {
        this(plan, listener, List.of());
    }

    /** @param pages what its web server shows beside the traces */
    public Bar(BarPlan plan, Listener listener, List<Routes> pages) {
        this.plan = plan;
        this.listener = listener;
        this.pages = pages;
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws CannotOpen when a part does not come up; what had started is stopped again
     */
    public Bar open() {
        try {
            note();
            // First of all: a service's first spans are sent while it starts.
            new Eyes(traces, plan.tracing(), pages).open(Eyes.AT_THIS_MACHINE, opened, listener);
            openBackends();
            wires = opened.keep(() -> Wires.open(database, redis, plan.distance()));
            openServices();
            awaitAnswers();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void note() {
        opened.keep(() -> () -> Folders.delete(plan.folder()));
        file = BarFile.create(
                plan.folder(),
                appUrl(),
                pageUrl(),
                URI.create("http://localhost:" + plan.tracing().otlpPort()));
    }

    private void openBackends() {
        if (plan.redisUrl().isPresent()) {
            redis = given(plan.redisUrl().get());
        } else {
            List<RedisBinary> binaries = RedisBinary.all(plan.folder());
            embeddedRedis =
                    opened.keep(() -> new EmbeddedRedis(binaries, plan.logs().resolve("redis.log"), listener));
            redis = embeddedRedis.redis();
        }
        database = opened.keep(Database::open);
    }

    private static Redis given(String url) {
        Redis redis = Redis.at(url);
        redis.trouble().ifPresent(trouble -> {
            throw new CannotOpen(
                    "REDIS_URL says that a Redis runs at %s:%s, but: %s%nStart it, or unset REDIS_URL: the bar then brings a Redis of its own."
                            .formatted(
                                    redis.address().getHostString(),
                                    redis.address().getPort(),
                                    trouble));
        });
        return redis;
    }

    private void openServices() {
        services = new Services(plan, opened, file, listener, wires, addresses());
        services.start(Program.APP, plan.code(), Map.of());
        if (plan.withScores()) {
            services.start(Program.SCORES, plan.code(), Map.of());
        }
        // After the JVMs, which need longer and wait for it.
        if (embeddedRedis != null) {
            embeddedRedis.start(process -> file.note(process, "redis"));
        }
    }

    private Map<Program, Map<String, String>> addresses() {
        return Map.of(
                Program.APP,
                Map.of(
                        "PORT", Integer.toString(plan.appPort()),
                        "JDBC_URL", database.jdbcUrl(wires.appToDatabase().port()),
                        "DATABASE_USER", Database.USER,
                        "DATABASE_PASSWORD", Database.PASSWORD,
                        "REDIS_URL", redis.through(wires.appToRedis().port()).toString(),
                        "SCORE_URL", scoreUrl().toString()),
                Program.SCORES,
                Map.of(
                        "PORT", Integer.toString(plan.scorePort()),
                        "REDIS_URL", redis.through(wires.scoresToRedis().port()).toString()));
    }

    private void awaitAnswers() {
        if (plan.withScores()) {
            scores().await(() -> Health.of(scoreUrl()));
        }
        app().await(() -> Health.of(appUrl()));
    }

    /**
     * Starts one of the services again, and waits until it answers; the backends stay as they are.
     *
     * @param settings environment variables, beside those that say where everything is
     * @throws CannotOpen when it does not come up; then it does not run
     */
    public Part restart(Program program, Code code, Map<String, String> settings) {
        Part part = services.start(program, code, settings);
        URI url = program.equals(Program.APP) ? appUrl() : scoreUrl();
        part.await(() -> Health.of(url));
        return part;
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
        return database;
    }

    /** The bar's own Redis; none where it was given one. */
    public Optional<EmbeddedRedis> embeddedRedis() {
        return Optional.ofNullable(embeddedRedis);
    }

    public Redis redis() {
        return redis;
    }

    public Part app() {
        return services.running(Program.APP);
    }

    /** Null where the plan is without it. */
    public Part scores() {
        return services.running(Program.SCORES);
    }

    public Wires wires() {
        return wires;
    }

    /** What could not be stopped, a sentence each; empty when all is well. */
    public List<String> troubles() {
        return opened.troubles();
    }

    /** Stops everything, last started first; also while it is still opening. */
    @Override
    public void close() {
        opened.close();
    }
}
