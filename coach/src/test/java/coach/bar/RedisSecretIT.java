package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisDataException;

/** The bar's Redis listens where every user of the machine can knock: it wants its secret, and even then runs nobody's code. */
class RedisSecretIT {

    @TempDir
    private static Path folder;

    private static EmbeddedRedis redis;

    @BeforeAll
    static void start() {
        redis = new EmbeddedRedis(RedisBinary.all(folder), folder.resolve("redis.log"), (part, line) -> {});
        redis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PING", "GET score:beers", "EVAL return(1) 0", "INFO", "CONFIG SET dir /tmp"})
    void answersNobodyWithoutItsSecret(String words) {
        try (RedisClient stranger = client("redis://localhost:")) {
            assertThatThrownBy(() -> say(stranger, words)).hasMessage("NOAUTH Authentication required.");
        }
    }

    @Test
    void takesNoOtherSecret() {
        try (RedisClient stranger = client("redis://:guess@localhost:")) {
            assertThatThrownBy(stranger::ping).hasMessageStartingWith("WRONGPASS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIG SET dir /tmp",
                "CONFIG GET dir",
                "MODULE LOAD /tmp/any.so",
                "DEBUG SLEEP 0",
                "REPLICAOF localhost 1",
                "SLAVEOF localhost 1",
                "SAVE",
                "BGSAVE",
                "BGREWRITEAOF",
                "MIGRATE localhost 1 key 0 1",
                "RESTORE key 0 any",
                "ACL SETUSER default allcommands",
                "SHUTDOWN NOSAVE"
            })
    void writesNoFileAndLoadsNoCode_forItsServices(String words) {
        try (RedisClient service = redis.redis().client()) {
            assertThatThrownBy(() -> say(service, words))
                    .isInstanceOf(JedisDataException.class)
                    .hasMessageStartingWith("NOPERM");
            assertThatThrownBy(() -> service.eval("return redis.call('config', 'get', 'dir')"))
                    .isInstanceOf(JedisDataException.class);
        }
    }

    @Test
    void runsScripts_countsAndForgets() {
        try (RedisClient service = redis.redis().client()) {
            service.set("beer", "ipa");
            int before = redis.redis().commands().getOrDefault("get", 0);

            assertThat(service.eval("return redis.call('get', 'beer')")).isEqualTo("ipa");
            assertThat(redis.redis().commands()).containsEntry("get", before + 1);
            assertThat(service.keys("*")).contains("beer");
            service.flushAll();
            assertThat(service.keys("*")).isEmpty();
        }
    }

    @Test
    void showsItsSecretInNoCommandLine() {
        String secret = redis.redis().through("localhost", 1).getUserInfo().substring(1);

        assertThat(secret).hasSize(32);
        assertThat(redis.process().handle().info().commandLine()).isPresent();
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains(secret));
    }

    /** What the Redis that is carried for Windows gets; it knows no users, and a newer one still understands it. */
    @Test
    void renamesWhatItRefuses_whereRedisKnowsNoUsers() {
        List<String> lines = new RedisConfiguration(5).lines("secret");
        Path program = RedisBinary.all(folder).stream()
                .map(RedisBinary::file)
                .filter(file -> RedisConfiguration.of(file).version() >= 6)
                .findFirst()
                .orElseThrow();
        int port = Ports.free();
        Redis old = Redis.at("redis://:secret@localhost:" + port);
        try (PrivateFile settings = PrivateFile.of(lines);
                ManagedProcess part = start(program, settings, port)) {
            part.await(old::answers);

            try (RedisClient service = old.client()) {
                for (String words :
                        List.of("CONFIG SET dir /tmp", "MODULE LIST", "DEBUG SLEEP 0", "REPLICAOF a 1", "SAVE")) {
                    assertThatThrownBy(() -> say(service, words)).hasMessageStartingWith("ERR unknown command");
                }
                assertThat(service.eval("return 'works'")).isEqualTo("works");
                assertThat(old.commands()).containsEntry("eval", 1);
            }
        }
    }

    private static ManagedProcess start(Path program, PrivateFile settings, int port) {
        List<String> command =
                new ArrayList<>(List.of(program.toString(), settings.path().toString()));
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", ""));
        return ManagedProcess.start("redis", command, Map.of(), folder.resolve("old.log"), (part, line) -> {});
    }

    private static RedisClient client(String url) {
        return Redis.at(url + redis.redis().address().getPort()).client();
    }

    private static void say(RedisClient client, String words) {
        List<String> all = List.of(words.split(" "));
        CommandArguments command = new CommandArguments(() -> all.get(0).getBytes(Protocol.CHARSET));
        client.executeCommand(command.addObjects(all.subList(1, all.size())));
    }
}
