package traces.model;

import java.util.Locale;
import java.util.Set;

/**
 * Reduces a statement to its form, which is equal for calls that differ in nothing but their values.
 *
 * <pre>
 *   SELECT * FROM donut WHERE id = 42          -> select * from donut where id = ?
 *   select *  from donut where id in (?, ?, ?) -> select * from donut where id in (?)
 *   GET score:pair:ipa:maple-bacon             -> GET ?
 * </pre>
 */
public final class Statement {

    /**
     * Longer statements are cut: regular expressions take a time and a stack that grow with the text, which may be
     * hostile.
     */
    static final int LONGEST = 4_000;

    /** Databases whose statement is a command and its arguments. */
    private static final Set<String> COMMAND_DATABASES = Set.of("redis", "valkey", "memcached");

    /** Databases whose statement is JSON. */
    private static final Set<String> DOCUMENT_DATABASES =
            Set.of("mongodb", "elasticsearch", "opensearch", "couchdb", "aws.dynamodb", "dynamodb");

    private static final Set<String> MYSQL = Set.of(
            "mysql",
            "mariadb",
            "tidb",
            "percona",
            "oceanbase",
            "singlestore",
            "memsql",
            "vitess",
            "starrocks",
            "doris");

    /** Commands whose second word is a part of the command. */
    private static final Set<String> TWO_WORDS = Set.of(
            ("ACL CLIENT CLUSTER COMMAND CONFIG DEBUG FUNCTION LATENCY MEMORY MODULE OBJECT PUBSUB SCRIPT SENTINEL"
                            + " SLOWLOG XGROUP XINFO")
                    .split(" "));

    private Statement() {}

    /** @param database the kind of database, such as {@code h2} or {@code redis}; an unknown one is taken for SQL */
    public static String normalised(String database, String statement) {
        boolean cut = statement.length() > LONGEST;
        String text = cut ? statement.substring(0, LONGEST) : statement;
        if (isCommand(database)) {
            return command(text.strip());
        }
        StatementDialect dialect = isDocument(database)
                ? StatementDialect.JSON
                : MYSQL.contains(database) ? StatementDialect.MYSQL : StatementDialect.SQL;
        return cut ? dialect.formOfBeginning(text) : dialect.form(text);
    }

    /** Returns whether statements of this kind of database are JSON. */
    static boolean isDocument(String database) {
        return DOCUMENT_DATABASES.contains(database);
    }

    /** Returns whether a statement for this kind of database is a command and its arguments, as Redis has them. */
    public static boolean isCommand(String database) {
        return COMMAND_DATABASES.contains(database);
    }

    /** Arguments are keys and values, and a key names a single thing: all of them differ from call to call. */
    private static String command(String statement) {
        String[] arguments = statement.split("\\s++", 3);
        String name = arguments[0].toUpperCase(Locale.ROOT);
        int named = 1;
        if (arguments.length > 1 && TWO_WORDS.contains(name)) {
            name += " " + arguments[1].toUpperCase(Locale.ROOT);
            named = 2;
        }
        return name + (arguments.length > named ? " ?" : "");
    }
}
