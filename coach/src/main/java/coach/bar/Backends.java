package coach.bar;

import java.util.Optional;

/**
 * The database and the Redis that the services keep their data in.
 *
 * @param embeddedRedis the bar's own Redis, unless it was given one
 */
record Backends(Database database, Redis redis, Optional<EmbeddedRedis> embeddedRedis) {

    /**
     * Opens the database, and prepares Redis.
     *
     * @throws coach.bar.environment.UserError when the given Redis does not answer
     */
    static Backends open(BarPlan plan, ProcessLauncher launcher) {
        if (plan.redisUrl().isPresent()) {
            Redis given = Redis.given(plan.redisUrl().get());
            return new Backends(launcher.opened().keep(Database::open), given, Optional.empty());
        }
        EmbeddedRedis redis = launcher.opened()
                .keep(() -> new EmbeddedRedis(plan.folder(), launcher.log("redis"), launcher.listener()));
        return new Backends(launcher.opened().keep(Database::open), redis.redis(), Optional.of(redis));
    }

    /** Starts the bar's own Redis, and waits until it answers. */
    void startRedis(BarFile file) {
        embeddedRedis.ifPresent(redis -> redis.start(process -> file.note(process, "redis")));
    }
}
