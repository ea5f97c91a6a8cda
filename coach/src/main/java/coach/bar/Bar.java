package coach.bar;

import coach.compare.ComparePage;
import coach.page.Pages;
import coach.receive.Forwarding;
import coach.receive.TraceReceiver;
import coach.store.StoreApi;
import coach.store.TraceStore;
import coach.workshop.BarFile;
import coach.workshop.CannotOpen;
import java.net.URI;
import java.util.HashMap;
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

    private static final String LOOPBACK = "localhost";

    private final BarPlan plan;
    private final Listener listener;
    private final Opened opened = new Opened();

    private final TraceStore traces = new TraceStore();

    private BarFile file;
    private Database database;
    private EmbeddedRedis embeddedRedis;
    private Redis redis;
    private Wires wires;
    private Part app;
    private Part scores;

    public Bar(BarPlan plan, Listener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Starts everything and waits until it answers.
     *
     * @throws CannotOpen when a part does not come up; what had started is stopped again
     */
    public Bar open() {
        try {
            note();
            openEyes();
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

    /** First of all: a service's first spans are sent while it starts. */
    private void openEyes() {
        Tracing tracing = plan.tracing();
        Optional<Forwarding> forwarding = Forwarding.from(tracing.settings(), line -> listener.said("traces", line));
        forwarding.ifPresent(onwards -> opened.keep(() -> onwards));
        opened.keep(() -> TraceReceiver.open(LOOPBACK, tracing.otlpPort(), traces, forwarding));
        opened.keep(() -> Pages.open(
                traces,
                LOOPBACK,
                tracing.pagePort(),
                List.of(new StoreApi(traces)::addTo, new ComparePage(traces)::addTo)));
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
        app = start(
                Program.APP,
                Map.of(
                        "PORT", Integer.toString(plan.appPort()),
                        "JDBC_URL", database.jdbcUrl(wires.appToDatabase().port()),
                        "DATABASE_USER", Database.USER,
                        "DATABASE_PASSWORD", Database.PASSWORD,
                        "REDIS_URL", redis.through(wires.appToRedis().port()).toString(),
                        "SCORE_URL", scoreUrl().toString()));
        scores = start(
                Program.SCORES,
                Map.of(
                        "PORT", Integer.toString(plan.scorePort()),
                        "REDIS_URL", redis.through(wires.scoresToRedis().port()).toString()));
        // After the two JVMs, which need longer and wait for it.
        if (embeddedRedis != null) {
            embeddedRedis.start(process -> file.note(process, "redis"));
        }
    }

    private Part start(Program program, Map<String, String> env) {
        Map<String, String> environment = new HashMap<>(env);
        Optional<Agent> tracing = agent();
        tracing.ifPresent(agent -> environment.putAll(agent.environment(plan.repository(), program)));
        Part part = opened.keep(() -> Part.start(
                program.module(),
                program.command(plan.repository(), tracing),
                environment,
                plan.logs().resolve(program.module() + ".log"),
                listener));
        file.note(part.process(), program.module());
        return part;
    }

    private Optional<Agent> agent() {
        if (!plan.tracing().agent()) {
            return Optional.empty();
        }
        Map<Integer, String> neighbours = Map.of(
                wires.appToDatabase().port(), "database",
                wires.appToRedis().port(), "redis",
                wires.scoresToRedis().port(), "redis",
                plan.scorePort(), Program.SCORES.module());
        return Optional.of(Agent.of(plan.repository(), plan.tracing().otlpPort(), neighbours));
    }

    private void awaitAnswers() {
        scores.await(() -> Health.of(scoreUrl()));
        app.await(() -> Health.of(appUrl()));
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

    Redis redis() {
        return redis;
    }

    public Part app() {
        return app;
    }

    public Part scores() {
        return scores;
    }

    public Wires wires() {
        return wires;
    }

    /** What could not be stopped, a sentence each; empty when all is well. */
    List<String> troubles() {
        return opened.troubles();
    }

    /** Stops everything, last started first; also while it is still opening. */
    @Override
    public void close() {
        opened.close();
    }
}
