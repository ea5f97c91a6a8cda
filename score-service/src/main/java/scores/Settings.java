package scores;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The addresses of the service and of its Redis, from environment variables.
 *
 * @param host the address to listen on, from LISTEN_HOST (some shells export a HOST); loopback unless told otherwise
 * @param port 0 to 65535, where 0 means any free port
 * @param waitAtStart how long a Redis may take to answer for the first time
 */
record Settings(String host, int port, URI redisUrl, Duration waitAtStart) {

    Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was " + port);
        }
        if (!"redis".equals(redisUrl.getScheme()) || redisUrl.getHost() == null || redisUrl.getPort() < 0) {
            throw new IllegalArgumentException(
                    "REDIS_URL must look like redis://host:port, was '" + withoutPassword(redisUrl) + "'");
        }
    }

    static Settings from(Map<String, String> env) {
        return new Settings(
                env.getOrDefault("LISTEN_HOST", "127.0.0.1"),
                number(env, "PORT", 5001),
                URI.create(env.getOrDefault("REDIS_URL", "redis://localhost:6379")),
                Duration.ofSeconds(number(env, "WAIT_SECONDS", 30)));
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
