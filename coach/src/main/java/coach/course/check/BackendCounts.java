package coach.course.check;

import java.util.List;
import java.util.Map;

/**
 * What the backends themselves counted while something was done.
 *
 * @param statements how often the database ran each SQL statement
 * @param redis how often Redis ran each command, by its name in lower case: {@code get}
 * @param databaseFlights how often the app waited for its database
 * @param redisFlights how often the app waited for its Redis
 */
public record BackendCounts(
        Map<String, Integer> statements, Map<String, Integer> redis, long databaseFlights, long redisFlights) {

    /** All of them, however often the same one ran. */
    public int statementCount() {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often any of these commands ran. */
    public int redis(String... commands) {
        return List.of(commands).stream()
                .mapToInt(command -> redis.getOrDefault(command, 0))
                .sum();
    }

    /** All commands that read or write data. */
    public int redisCount() {
        return redis.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For people: {@code 80 × select … from donut …; 1 × select … from beer …}, the most frequent first. */
    public String statementsInWords() {
        return statements.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .map(statement -> statement.getValue() + " × " + shortened(statement.getKey()))
                .reduce((all, next) -> all + "; " + next)
                .orElse("none");
    }

    private static String shortened(String sql) {
        int from = sql.indexOf(" from ");
        return from < 0 ? sql : "select …" + sql.substring(from);
    }
}
