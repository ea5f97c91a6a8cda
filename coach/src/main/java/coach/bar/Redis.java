package coach.bar;

import coach.bar.environment.UserError;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** The address of a bar's Redis, and what Redis counts and says about itself. */
public final class Redis {

    private static final int DEFAULT_PORT = 6379;
    // "cmdstat_get:calls=162,usec=…" -> get, 162
    private static final Pattern CALLS = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");
    private static final Set<String> HOUSEKEEPING =
            Set.of("auth", "client", "command", "config", "hello", "info", "ping", "select");

    private static final Pattern VERSION = Pattern.compile("redis_version:(\\S+)");

    private final URI url;

    /**
     * Sends no HELLO: on Windows the embedded Redis is 5.0 and does not know that command. Jedis sends it even for
     * RESP2; the setting that does not is {@code serverDefaultProtocol}.
     */
    private final JedisClientConfig config;

    private Redis(URI url, JedisClientConfig config) {
        this.url = url;
        this.config = config;
    }

    /**
     * Returns the Redis at {@code redis://[user:password@]host[:port][/database]}.
     *
     * @throws UserError when the text is another kind of URL
     */
    public static Redis at(String text) {
        try {
            URI url = withPort(new URI(text));
            // Jedis reads user, password and database out of it, and refuses what it does not understand.
            JedisClientConfig config = DefaultJedisClientConfig.builder(url)
                    .serverDefaultProtocol()
                    .build();
            return new Redis(url, config);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new UserError(
                    "REDIS_URL is '" + withoutPassword(text) + "'. It should look like redis://localhost:6379 or"
                            + " redis://user:password@host:6379/0"
                            + " (TLS would not survive the wire, so rediss:// cannot be used).",
                    e);
        }
    }

    /**
     * Returns the Redis that a user gave to the bar.
     *
     * @throws UserError when it does not answer
     */
    static Redis given(String url) {
        Redis redis = at(url);
        redis.error().ifPresent(error -> {
            throw new UserError(("REDIS_URL says that a Redis runs at %s:%s, but: %s%n"
                            + "Start it, or unset REDIS_URL: the bar then brings a Redis of its own.")
                    .formatted(redis.address().getHostString(), redis.address().getPort(), error));
        });
        return redis;
    }

    // redis://me:secret@host -> redis://me:…@host
    private static String withoutPassword(String url) {
        return url.replaceFirst("://([^:/@]*):[^@]*@", "://$1:…@");
    }

    private static URI withPort(URI url) throws URISyntaxException {
        if (!"redis".equals(url.getScheme()) || url.getHost() == null || url.getPort() > 65_535) {
            throw new IllegalArgumentException("not the URL of a Redis");
        }
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        return new URI(url.getScheme(), url.getUserInfo(), url.getHost(), port, url.getPath(), null, null);
    }

    /** Returns another database of the same Redis. */
    Redis database(int number) {
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        return at("redis://" + user + url.getHost() + ":" + url.getPort() + "/" + number);
    }

    String url() {
        return url.toString();
    }

    String urlWithoutPassword() {
        return withoutPassword(url.toString());
    }

    public InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(url.getHost(), url.getPort());
    }

    /** Returns the URL of this Redis for a client that goes through a wire. */
    public URI through(String host, int wirePort) {
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return URI.create("redis://" + user + host + ":" + wirePort + path);
    }

    boolean answers() {
        return error().isEmpty();
    }

    /** Returns why this Redis cannot be used now, if so: it is not there, or refuses the password. */
    Optional<String> error() {
        try (RedisClient client = client()) {
            client.ping();
            return Optional.empty();
        } catch (JedisException e) {
            return Optional.of(e.getMessage());
        }
    }

    public String version() {
        try (RedisClient client = client()) {
            Matcher version = VERSION.matcher(client.info("server"));
            return version.find() ? version.group(1) : "of unknown version";
        }
    }

    /**
     * Returns how often each command has run since Redis started, as Redis counts them; the names are in lower case.
     *
     * <p>Housekeeping is left out: the commands of a client that connects or checks a connection, and those of this
     * method.
     */
    public Map<String, Integer> commands() {
        Map<String, Integer> commands = new TreeMap<>();
        try (RedisClient client = client()) {
            Matcher calls = CALLS.matcher(client.info("commandstats"));
            while (calls.find()) {
                commands.put(calls.group(1), Integer.valueOf(calls.group(2)));
            }
        }
        commands.keySet().removeIf(command -> HOUSEKEEPING.contains(command.split("\\|")[0]));
        return commands;
    }

    /** Returns a client that connects directly, without a wire. */
    public RedisClient client() {
        return RedisClient.builder()
                .clientConfig(config)
                .hostAndPort(url.getHost(), url.getPort())
                .build();
    }
}
