package traces.model;

import java.util.Set;

/**
 * A statement without what differs from call to call, so that calls of the same kind can be told from others.
 *
 * <pre>
 *   SELECT * FROM donut WHERE id = 42          -> select * from donut where id = ?
 *   select *  from donut where id in (?, ?, ?) -> select * from donut where id in (?)
 *   GET score:pair:ipa:maple-bacon             -> GET ?
 * </pre>
 */
public final class Statement {

    /** They are sent a command and its words. */
    private static final Set<String> COMMANDED = Set.of("redis", "valkey", "memcached");

    /** They are sent JSON. */
    private static final Set<String> DOCUMENTS =
            Set.of("mongodb", "elasticsearch", "opensearch", "couchdb", "aws.dynamodb", "dynamodb");

    /** What these do, their second word says. */
    private static final Set<String> TWO_WORDS = Set.of(
            "ACL",
            "CLIENT",
            "CLUSTER",
            "COMMAND",
            "CONFIG",
            "DEBUG",
            "FUNCTION",
            "LATENCY",
            "MEMORY",
            "MODULE",
            "OBJECT",
            "PUBSUB",
            "SCRIPT",
            "SENTINEL",
            "SLOWLOG",
            "XGROUP",
            "XINFO");

    private Statement() {}

    /** @param database the kind of database, such as {@code h2} or {@code redis}; one that isn't known is taken for SQL */
    public static String normalised(String database, String statement) {
        if (COMMANDED.contains(database)) {
            return command(statement.strip());
        }
        return DOCUMENTS.contains(database)
                ? StatementNormaliser.json(statement)
                : StatementNormaliser.sql(statement, database);
    }

    /** A command's words after the first are keys and values, and a key names its thing: they all differ from call to call. */
    private static String command(String statement) {
        String[] words = statement.split("\\s++", 3);
        String name = LetterCase.upper(words[0]);
        int said = 1;
        if (words.length > 1 && TWO_WORDS.contains(name)) {
            name += " " + LetterCase.upper(words[1]);
            said = 2;
        }
        return name + (words.length > said ? " ?" : "");
    }
}
