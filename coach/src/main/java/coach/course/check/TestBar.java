package coach.course.check;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import redis.clients.jedis.RedisClient;
import traces.model.Trace;

/** A bar with some state of the code, and all that a test may want to know about it. */
public final class TestBar implements AutoCloseable {

    private final BarPlan plan;
    private final AppLog log = new AppLog();
    private final Bar bar;
    private final Thread atTheEnd = new Thread(() -> bar().close(), "close the bar");

    /** A bar of its own, not open yet. */
    public TestBar(BarPlan plan) {
        this.plan = plan;
        this.bar = new Bar(plan, log);
        // Ctrl-C in the middle of a check should leave nothing running.
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * Opens it.
     *
     * @throws coach.bar.environment.UserError when it does not come up
     */
    public TestBar open() {
        try {
            bar.open();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What runs: {@code state-07}, {@code workspace}. */
    public String label() {
        return plan.code().label();
    }

    public CompiledServices code() {
        return plan.code();
    }

    /** To break something, or to look closer. */
    public Bar bar() {
        return bar;
    }

    /** Whether the javaagent watches. */
    public boolean traced() {
        return plan.traced();
    }

    public boolean withScores() {
        return plan.withScores();
    }

    /** A client of the app. */
    public ServiceClient app() {
        return new ServiceClient(bar.appUrl());
    }

    /** A client of the score service. */
    public ServiceClient scores() {
        return new ServiceClient(bar.scoreUrl());
    }

    /** Asks the app. */
    public ServiceReply get(String path, String... headers) {
        return app().get(path, headers);
    }

    /** Does something, and says what the backends counted meanwhile. Nobody else may ask this bar at that time. */
    public BackendCounts count(Runnable work) {
        try {
            Map<String, Integer> redisBefore = bar.redis().commands();
            long databaseFlights = bar.wires().appToDatabase().traffic().flights();
            long redisFlights = bar.wires().appToRedis().traffic().flights();
            bar.database().countFromZero();
            work.run();
            return new BackendCounts(
                    bar.database().statements(),
                    since(redisBefore, bar.redis().commands()),
                    bar.wires().appToDatabase().traffic().flights() - databaseFlights,
                    bar.wires().appToRedis().traffic().flights() - redisFlights);
        } catch (SQLException e) {
            throw new IllegalStateException("the bar's own database", e);
        }
    }

    private static Map<String, Integer> since(Map<String, Integer> before, Map<String, Integer> now) {
        Map<String, Integer> since = new TreeMap<>();
        now.forEach((command, count) -> {
            int more = count - before.getOrDefault(command, 0);
            if (more > 0) {
                since.put(command, more);
            }
        });
        return since;
    }

    /**
     * The lines that the app logs while something is done; waits for them, as they come a little later than the answer.
     *
     * @param enough what to wait for, at most three seconds; whatever has come by then is given all the same
     */
    public List<String> logOf(Runnable work, Predicate<List<String>> enough) {
        int mark = log.mark();
        work.run();
        return log.since(mark, enough);
    }

    /** Asks the app as part of a new trace, and waits until all that belongs to it has arrived. */
    public TracedReply trace(String path) {
        return new SpanAwaiter(this).trace(path);
    }

    /**
     * The traces that grow while something is done, the newest first; waits until nothing of them is still on its way.
     *
     * <p>It is, once a later request's spans have arrived: a service sends its spans in the order in which they ended.
     */
    public List<Trace> tracesOf(Runnable work) {
        return new SpanAwaiter(this).tracesOf(work);
    }

    /** Deletes the keys in Redis that begin like this. */
    public void forget(String prefix) {
        try (RedisClient redis = bar.redis().client()) {
            redis.keys(prefix + "*").forEach(redis::del);
        }
    }

    /** A new JVM for the app, with these environment variables too. */
    public void restartApp(Map<String, String> settings) {
        bar.restart(ServiceProgram.APP, plan.code(), settings);
    }

    /** A new JVM for the score service. */
    public void restartScores() {
        restart(ServiceProgram.SCORES);
    }

    /** A new JVM for one of the services. */
    void restart(ServiceProgram program) {
        bar.restart(program, plan.code(), Map.of());
    }

    @Override
    public void close() {
        bar.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // It is the end already.
        }
    }
}
