package coach.course.check;

import coach.bar.Bar;
import coach.bar.BarPlan;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import redis.clients.jedis.RedisClient;

/** A {@link TestBar} whose processes run on this machine; it also ends when this JVM does. */
final class LocalTestBar implements TestBar {

    private final BarPlan plan;
    private CompiledServices code;
    private final Function<CompiledServices, TestBar> untraced;
    private final AppLog log = new AppLog();
    private final Bar bar;
    private final Thread atTheEnd = new Thread(() -> bar().close(), "close the bar");

    /**
     * Does not open the bar yet.
     *
     * @param untraced makes a bar with code that does not ask for the javaagent
     */
    LocalTestBar(BarPlan plan, Function<CompiledServices, TestBar> untraced) {
        this.plan = plan;
        this.code = plan.code();
        this.untraced = untraced;
        this.bar = new Bar(plan, log);
        // Ctrl-C in the middle of a check should leave nothing running.
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    @Override
    public TestBar open() {
        try {
            bar.open();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens all but the services, and starts their JVMs ahead. */
    LocalTestBar openBackends() {
        try {
            bar.openBackends();
            bar.startAhead(ServiceProgram.APP, code);
            if (plan.withScores()) {
                bar.startAhead(ServiceProgram.SCORES, code);
            }
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Opens the rest, with other code than was planned. */
    LocalTestBar open(CompiledServices other) {
        code = other;
        try {
            bar.openServices(other);
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns whether the JVMs that were started ahead can run that code. */
    boolean canRun(CompiledServices other, boolean withScores) {
        return plan.withScores() == withScores && bar.canRunAhead(ServiceProgram.APP, other);
    }

    @Override
    public CompiledServices code() {
        return code;
    }

    @Override
    public TestBar untraced() {
        return untraced.apply(code.untraced());
    }

    @Override
    public Bar bar() {
        return bar;
    }

    @Override
    public boolean traced() {
        return plan.tracing().agent() || code.traced();
    }

    @Override
    public boolean withScores() {
        return plan.withScores();
    }

    @Override
    public BackendCounts count(Runnable work) {
        try {
            Map<String, Integer> redisBefore = bar.redis().commands();
            long databaseFlights = bar.wires().appToDatabase().traffic().flights();
            long redisFlights = bar.wires().appToRedis().traffic().flights();
            long scoresFlights = bar.wires().scoresToRedis().traffic().flights();
            bar.database().countFromZero();
            work.run();
            return new BackendCounts(
                    bar.database().statements(),
                    since(redisBefore, bar.redis().commands()),
                    bar.wires().appToDatabase().traffic().flights() - databaseFlights,
                    bar.wires().appToRedis().traffic().flights() - redisFlights,
                    bar.wires().scoresToRedis().traffic().flights() - scoresFlights);
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

    @Override
    public List<String> logOf(Runnable work, Predicate<List<String>> enough) {
        int mark = log.mark();
        work.run();
        return log.since(mark, enough);
    }

    @Override
    public void forget(String prefix) {
        try (RedisClient redis = bar.redis().client()) {
            redis.keys(prefix + "*").forEach(redis::del);
        }
    }

    @Override
    public void restartApp(Map<String, String> settings) {
        bar.restart(ServiceProgram.APP, code, settings);
    }

    @Override
    public void restart(ServiceProgram program) {
        bar.restart(program, code, Map.of());
    }

    @Override
    public void startAhead(ServiceProgram program) {
        bar.startAhead(program, code);
        bar.awaitStartedAhead(program);
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
