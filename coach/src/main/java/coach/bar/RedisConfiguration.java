package coach.bar;

import coach.bar.environment.ExternalProgram;
import coach.bar.environment.ExternalProgram.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines that make a redis-server ask for a password, and refuse to everybody the commands that write files, load code or call
 * other servers. Scripts (EVAL) and counting (INFO) stay.
 *
 * @param version the first number of it; 0 where it is unknown
 */
record RedisConfiguration(int version) {

    /** From this version on a user's commands are allowed or refused by category. */
    private static final int KNOWS_USERS = 6;

    // docker-compose.yml says the same for the Redis in a container.
    private static final String ALLOWED = "+@all -@admin -@dangerous +client +flushall +flushdb +info +keys +sort";

    // What those categories hold in Redis 5, the last that knows none.
    private static final List<String> REFUSED = List.of(
            "BGREWRITEAOF",
            "BGSAVE",
            "CLUSTER",
            "CONFIG",
            "DEBUG",
            "LATENCY",
            "MIGRATE",
            "MODULE",
            "MONITOR",
            "PSYNC",
            "REPLCONF",
            "REPLICAOF",
            "RESTORE",
            "RESTORE-ASKING",
            "SAVE",
            "SHUTDOWN",
            "SLAVEOF",
            "SLOWLOG",
            "SWAPDB",
            "SYNC");

    // "Redis server v=6.2.11 sha=…" -> 6
    private static final Pattern VERSION = Pattern.compile("\\bv=(\\d{1,3})\\.");
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** For that program; where it does not say its version, for an old one. */
    static RedisConfiguration of(Path program) {
        String said = ExternalProgram.ask(A_MOMENT, List.of(program.toString(), "--version"))
                .map(Answer::text)
                .orElse("");
        Matcher version = VERSION.matcher(said);
        return new RedisConfiguration(version.find() ? Integer.parseInt(version.group(1)) : 0);
    }

    List<String> lines(String password) {
        if (version >= KNOWS_USERS) {
            return List.of("user default on >" + password + " ~* " + ALLOWED);
        }
        return Stream.concat(
                        Stream.of("requirepass " + password),
                        REFUSED.stream().map(command -> "rename-command " + command + " \"\""))
                .toList();
    }
}
