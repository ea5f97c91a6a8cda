package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Restarts services, and sends each a few requests before anybody else does: the first answers of a JVM are slow, and
 * that is not what the course is about. Nobody sees these requests: their spans are not kept, what is logged of them
 * neither, and what they leave in Redis is deleted.
 */
final class WarmRestart {

    /** A beer that no README, hint or test asks for. */
    static final String BEER = "rauchbier";

    private static final int MOST_REQUESTS = 3;
    /** A pair is slow as shipped; the first of these requests warms most. */
    private static final Duration ENOUGH = Duration.ofMillis(700);

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Bar bar;
    private final ServiceProcesses services;

    WarmRestart(Bar bar, ServiceProcesses services) {
        this.bar = bar;
        this.services = services;
    }

    /**
     * Restarts the services, and waits until each has answered.
     *
     * @throws coach.bar.environment.UserError when one does not start; then it does not run
     */
    List<ManagedProcess> restart(List<ServiceProgram> programs, CompiledServices code) {
        Runnable keepSpans = bar.traces().ignore(services.instance(code));
        List<ManagedProcess> started = new ArrayList<>();
        try {
            programs.forEach(program -> {
                started.add(services.start(program, code, Map.of()));
                started.get(started.size() - 1).hush();
            });
            started.forEach(bar::awaitAnswer);
            warmUp(programs);
            return started;
        } finally {
            started.forEach(ManagedProcess::endHush);
            keepSpans.run();
        }
    }

    private void warmUp(List<ServiceProgram> programs) {
        Optional<Set<String>> before = keys();
        for (ServiceProgram program : programs) {
            URI request = program == ServiceProgram.APP
                    ? bar.appUrl().resolve("/pair/beer?name=" + BEER)
                    : bar.scoreUrl().resolve("/match?beer=" + BEER);
            warmUp(request);
        }
        before.ifPresent(this::deleteAllBut);
    }

    private static void warmUp(URI request) {
        long start = System.nanoTime();
        for (int i = 0; i < MOST_REQUESTS && System.nanoTime() - start < ENOUGH.toNanos(); i++) {
            HttpGet.answer(request, TIMEOUT);
        }
    }

    /** The keys about that beer; none where Redis is away, which is no reason not to restart. */
    private Optional<Set<String>> keys() {
        try (RedisClient redis = bar.redis().client()) {
            return Optional.of(keys(redis));
        } catch (JedisException e) {
            return Optional.empty();
        }
    }

    private static Set<String> keys(RedisClient redis) {
        return redis.keys("*" + BEER + "*");
    }

    /** Only where it is known what was there before: the score service keeps its index in Redis, too. */
    private void deleteAllBut(Set<String> before) {
        try (RedisClient redis = bar.redis().client()) {
            keys(redis).stream().filter(key -> !before.contains(key)).forEach(redis::del);
        } catch (JedisException e) {
            // It went away just now, and with it what was in it.
        }
    }
}
