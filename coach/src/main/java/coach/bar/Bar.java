package coach.bar;

import coach.wire.Wire;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
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
 */
public final class Bar implements AutoCloseable {

    private final BarPlan plan;
    private final Listener listener;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    private BarFile file;
    private Database database;
    private EmbeddedRedis embeddedRedis;
    private Redis redis;
    private Wire appToDatabase;
    private Wire appToRedis;
    private Wire scoresToRedis;
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
            openBackends();
            openWires();
            openServices();
            awaitAnswers();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void openBackends() {
        keep(() -> Folders.delete(plan.folder()));
        file = BarFile.create(plan.folder(), appUrl().toString());
        if (plan.redisUrl().isPresent()) {
            redis = given(plan.redisUrl().get());
        } else {
            embeddedRedis = keep(EmbeddedRedis.start(
                    plan.folder().resolve("redis"), plan.logs().resolve("redis.log"), listener));
            redis = embeddedRedis.redis();
            file.note(embeddedRedis.part().process(), "redis");
        }
        database = keep(Database.open());
    }

    private static Redis given(String url) {
        Redis redis = Redis.at(url);
        redis.trouble().ifPresent(trouble -> {
            throw new CannotOpen(
                    "REDIS_URL says that a Redis runs at %s:%d, but: %s%nStart it, or unset REDIS_URL: the bar then brings a Redis of its own."
                            .formatted(
                                    redis.address().getHostString(),
                                    redis.address().getPort(),
                                    trouble));
        });
        return redis;
    }

    private void openWires() {
        Distance distance = plan.distance();
        appToDatabase = keep(Wire.to("app to database", database.address(), distance.database()));
        appToRedis = keep(Wire.to("app to redis", redis.address(), distance.redis()));
        scoresToRedis = keep(Wire.to("scores to redis", redis.address(), distance.redis()));
    }

    private void openServices() {
        app = start(
                Program.APP,
                Map.of(
                        "PORT", Integer.toString(plan.appPort()),
                        "JDBC_URL", database.jdbcUrl(appToDatabase.port()),
                        "DATABASE_USER", Database.USER,
                        "DATABASE_PASSWORD", Database.PASSWORD,
                        "REDIS_URL", redis.through(appToRedis.port()).toString(),
                        "SCORE_URL", scoreUrl().toString()));
        scores = start(
                Program.SCORES,
                Map.of(
                        "PORT", Integer.toString(plan.scorePort()),
                        "REDIS_URL", redis.through(scoresToRedis.port()).toString()));
    }

    private Part start(Program program, Map<String, String> env) {
        Part part = keep(Part.start(
                program.module(),
                program.command(plan.repository()),
                env,
                plan.logs().resolve(program.module() + ".log"),
                listener));
        file.note(part.process(), program.module());
        return part;
    }

    private void awaitAnswers() {
        if (embeddedRedis != null) {
            embeddedRedis.awaitAnswer();
        }
        scores.await(() -> Health.of(scoreUrl()));
        app.await(() -> Health.of(appUrl()));
    }

    public URI appUrl() {
        return URI.create("http://localhost:" + plan.appPort());
    }

    public URI scoreUrl() {
        return URI.create("http://localhost:" + plan.scorePort());
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

    public Wire appToDatabase() {
        return appToDatabase;
    }

    public Wire appToRedis() {
        return appToRedis;
    }

    public Wire scoresToRedis() {
        return scoresToRedis;
    }

    private synchronized <T extends AutoCloseable> T keep(T started) {
        opened.push(started);
        if (closed) {
            // Ctrl-C came while it opened: what starts after that is stopped at once.
            closeAll();
            throw new CannotOpen("The bar was closed while it opened.");
        }
        return started;
    }

    /** Stops everything, last started first; also while it is still opening. */
    @Override
    public synchronized void close() {
        closed = true;
        closeAll();
    }

    private void closeAll() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // One part that does not stop must not keep the others running.
                listener.said("coach", "Could not stop a part of the bar: " + e.getMessage());
            }
        }
    }
}
