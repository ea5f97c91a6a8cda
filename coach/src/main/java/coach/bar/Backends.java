package coach.bar;

import java.util.Optional;

/**
 * What the services keep their data in.
 *
 * @param embeddedRedis the bar's own, where the coach runs it
 * @param awaitRedis waits until Redis answers; the JVMs start meanwhile
 */
record Backends(Database database, Redis redis, Optional<EmbeddedRedis> embeddedRedis, Runnable awaitRedis) {}
