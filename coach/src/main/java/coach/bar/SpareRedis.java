package coach.bar;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;

/**
 * The user's Redis, as a check uses it where no Redis of the workshop's own runs: each bar has an empty database there to
 * itself, which is emptied again as the coach ends. Whatever others keep in that Redis stays as it is.
 */
public final class SpareRedis {

    /** As Redis is shipped, it has the databases 0 to 15; what programs keep without thinking of it is in 0. */
    private static final int LAST = 15;

    private static final String CLAIM = "workshop:check";
    private static final SetParams UNLESS_CLAIMED = SetParams.setParams().nx().ex(3_600);

    private final Optional<String> url;
    private final BooleanSupplier ownRuns;
    private final Consumer<String> console;

    /**
     * @param url the user's Redis, if there is one
     * @param ownRuns says whether a Redis of the workshop's own runs on this system
     */
    SpareRedis(Optional<String> url, BooleanSupplier ownRuns, Consumer<String> console) {
        this.url = url;
        this.ownRuns = ownRuns;
        this.console = console;
    }

    /** Returns the Redis that {@code REDIS_URL} names. @param folder the folder to try a Redis of the workshop's own in */
    public static SpareRedis ofTheUser(Path folder) {
        return new SpareRedis(
                Optional.of(System.getenv().getOrDefault("REDIS_URL", "")).filter(text -> !text.isBlank()),
                () -> ownRuns(folder),
                System.err::println);
    }

    private static boolean ownRuns(Path folder) {
        try (EmbeddedRedis own = new EmbeddedRedis(folder, folder.resolve("redis.log"), (part, line) -> {})) {
            own.start();
            return true;
        } catch (UserError e) {
            return false;
        }
    }

    /**
     * Claims an empty database.
     *
     * @return its URL; none where a bar can bring a Redis of its own
     * @throws UserError when that Redis does not answer, or has no database that is empty
     */
    public synchronized Optional<String> claim() {
        if (url.isEmpty() || ownRuns.getAsBoolean()) {
            return Optional.empty();
        }
        Redis given = Redis.given(url.get());
        for (int number = 1; number <= LAST; number++) {
            Redis database = given.database(number);
            if (claim(database)) {
                console.accept(
                        "No Redis of the workshop's own runs here: database %s of the one at %s is used. Commands are counted for all who use that one; let it be idle meanwhile."
                                .formatted(number, at(given)));
                return Optional.of(database.url());
            }
        }
        throw new UserError("""
                No Redis of the workshop's own runs here, and the one at %s has no empty database from 1 to %s for a check.
                Next, if what database %2$s holds is not needed: redis-cli -u %s FLUSHDB""".formatted(at(given), LAST, given.database(LAST).urlWithoutPassword()));
    }

    private static String at(Redis given) {
        return given.address().getHostString() + ":" + given.address().getPort();
    }

    private static boolean claim(Redis database) {
        try (RedisClient client = database.client()) {
            if (client.dbSize() > 0 || client.set(CLAIM, "1", UNLESS_CLAIMED) == null) {
                return false;
            }
        } catch (JedisDataException e) {
            // It has fewer databases, or this user may not use that one.
            return false;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> release(database), "empty the database in Redis"));
        return true;
    }

    static void release(Redis database) {
        try (RedisClient client = database.client()) {
            client.flushDB();
        }
    }
}
