package coach.course.check;

import coach.bar.compiler.CompiledServices;
import java.util.HashSet;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/** A bar with the state before a step that stays open for several checks. */
final class KeptBar implements AutoCloseable {

    private final TestBar bar;
    private final CompiledServices code;
    private final Set<CompiledServices> served = new HashSet<>();
    private final Set<String> keys;

    /** @param bar is open */
    KeptBar(TestBar bar, CompiledServices code) {
        this.bar = bar;
        this.code = code;
        this.keys = keys();
    }

    boolean holds(CompiledServices other, boolean withScores) {
        return code.equals(other)
                && withScores == bar.withScores()
                && bar.bar().app().handle().isAlive();
    }

    /** Returns whether no verdict about that code rests on this bar's JVMs. */
    boolean isNewTo(CompiledServices after) {
        return !served.contains(after);
    }

    /** Gives the bar for a check of that code, with nothing in Redis that an earlier one has left. */
    TestBar serve(CompiledServices after) {
        served.add(after);
        Set<String> left = keys();
        left.removeAll(keys);
        try (RedisClient redis = bar.bar().redis().client()) {
            left.forEach(redis::del);
        }
        return bar;
    }

    private Set<String> keys() {
        try (RedisClient redis = bar.bar().redis().client()) {
            return new HashSet<>(redis.keys("*"));
        }
    }

    @Override
    public void close() {
        bar.close();
    }
}
