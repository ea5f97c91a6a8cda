package beerdonut;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The addresses of the app and of its backends, from environment variables.
 *
 * @param host the address to listen on, from LISTEN_HOST (some shells export a HOST); loopback unless told otherwise
 * @param port 0 to 65535, where 0 means any free port
 * @param waitAtStart how long a database may take to answer for the first time
 * @param redisUrl for the cache you will make in step 08
 * @param pairingTtl how long that cache may keep an answer, from PAIRING_TTL
 * @param scoreUrl for the call you will make in step 09
 */
record Settings(
        String host,
        int port,
        String jdbcUrl,
        String databaseUser,
        String databasePassword,
        Duration waitAtStart,
        URI redisUrl,
        Duration pairingTtl,
        URI scoreUrl) {

    Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was " + port);
        }
        if (!jdbcUrl.startsWith("jdbc:")) {
            throw new IllegalArgumentException("JDBC_URL must start with jdbc:, was '" + jdbcUrl + "'");
        }
        if (!"redis".equals(redisUrl.getScheme()) || redisUrl.getHost() == null || redisUrl.getPort() < 0) {
            throw new IllegalArgumentException(
                    "REDIS_URL must look like redis://host:port, was '" + withoutPassword(redisUrl) + "'");
        }
        if (pairingTtl.toSeconds() < 1) {
            throw new IllegalArgumentException("PAIRING_TTL must be 1 or more seconds, was " + pairingTtl.toSeconds());
        }
        if (!"http".equals(scoreUrl.getScheme()) || scoreUrl.getHost() == null) {
            throw new IllegalArgumentException("SCORE_URL must look like http://host:port, was '" + scoreUrl + "'");
        }
    }

    static Settings from(Map<String, String> env) {
        return new Settings(
                env.getOrDefault("LISTEN_HOST", "127.0.0.1"),
                number(env, "PORT", 5000),
                env.getOrDefault("JDBC_URL", "jdbc:h2:tcp://localhost:9092/mem:bar"),
                env.getOrDefault("DATABASE_USER", "bar"),
                env.getOrDefault("DATABASE_PASSWORD", ""),
                Duration.ofSeconds(number(env, "WAIT_SECONDS", 30)),
                URI.create(env.getOrDefault("REDIS_URL", "redis://localhost:6379")),
                Duration.ofSeconds(number(env, "PAIRING_TTL", 60)),
                URI.create(env.getOrDefault("SCORE_URL", "http://localhost:5001")));
    }

    // redis://:secret@localhost -> redis://:…@localhost, because logs are read by many
    private static String withoutPassword(URI url) {
        return url.toString().replaceFirst("://([^:/@]*):[^@]*@", "://$1:…@");
    }

    private static int number(Map<String, String> env, String name, int otherwise) {
        String text = env.getOrDefault(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, was '" + text + "'", e);
        }
    }
}
