package coach.course.check;

import java.util.List;
import java.util.Map;

/**
 * The counts of the backends themselves, for the time of one piece of work.
 *
 * @param statements how often the database ran each SQL statement
 * @param redis how often Redis ran each command, by its name in lower case: {@code get}
 * @param databaseFlights how often the app waited for its database
 * @param redisFlights how often the app waited for its Redis
 * @param scoresFlights how often the score service did
 */
public record BackendCounts(
        Map<String, Integer> statements,
        Map<String, Integer> redis,
        long databaseFlights,
        long redisFlights,
        long scoresFlights) {

    /** Counts every run of every statement. */
    public int statementCount() {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counts the runs of these commands. */
    public int redis(String... commands) {
        return List.of(commands).stream()
                .mapToInt(command -> redis.getOrDefault(command, 0))
                .sum();
    }

    /** Counts the commands that read or write data. */
    public int redisCount() {
        return redis.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Lists the most frequent statements for a reader: {@code 80 × select … from donut …; 1 × select … from beer …}.
     */
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
