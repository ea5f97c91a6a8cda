package scores;

import java.net.URI;
import java.util.Map;

/**
 * Where the service listens and where its Redis is, from environment variables.
 *
 * @param host the address to listen on; the loopback address unless told otherwise
 * @param port 0 to 65535, where 0 means any free port
 */
public record Settings(String host, int port, URI redisUrl) {

    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was " + port);
        }
        if (!"redis".equals(redisUrl.getScheme()) || redisUrl.getHost() == null || redisUrl.getPort() < 0) {
            throw new IllegalArgumentException("REDIS_URL must look like redis://host:port, was '" + redisUrl + "'");
        }
    }

    public static Settings from(Map<String, String> env) {
        return new Settings(
                env.getOrDefault("HOST", "127.0.0.1"),
                port(env.getOrDefault("PORT", "5001")),
                URI.create(env.getOrDefault("REDIS_URL", "redis://localhost:6379")));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was '" + text + "'", e);
        }
    }
}
