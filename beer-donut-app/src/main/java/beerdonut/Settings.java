package beerdonut;

import java.util.Map;

/**
 * Where the app listens and where its database is, from environment variables.
 *
 * @param host the address to listen on; the loopback address unless told otherwise
 * @param port 0 to 65535, where 0 means any free port
 */
public record Settings(String host, int port, String jdbcUrl, String databaseUser, String databasePassword) {

    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was " + port);
        }
        if (!jdbcUrl.startsWith("jdbc:")) {
            throw new IllegalArgumentException("JDBC_URL must start with jdbc:, was '" + jdbcUrl + "'");
        }
    }

    public static Settings from(Map<String, String> env) {
        return new Settings(
                env.getOrDefault("HOST", "127.0.0.1"),
                port(env.getOrDefault("PORT", "5000")),
                env.getOrDefault("JDBC_URL", "jdbc:h2:tcp://localhost:9092/mem:bar"),
                env.getOrDefault("DATABASE_USER", "bar"),
                env.getOrDefault("DATABASE_PASSWORD", ""));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PORT must be 0 to 65535, was '" + text + "'", e);
        }
    }
}
