package coach.trace;

import java.util.Locale;
import java.util.regex.Pattern;

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

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?+(?![\\w.])");
    private static final Pattern LIST = Pattern.compile("\\(\\s*\\?(?:\\s*,\\s*\\?)*+\\s*\\)");
    private static final Pattern LISTS = Pattern.compile("\\(\\?\\)(?:\\s*,\\s*\\(\\?\\))++");
    private static final Pattern SPACE = Pattern.compile("\\s++");

    private Statement() {}

    /** @param database the kind of database, such as {@code h2} or {@code redis}; anything but Redis is taken for SQL */
    public static String normalised(String database, String statement) {
        return database.equals("redis") ? command(statement) : sql(statement);
    }

    private static String sql(String statement) {
        String text = TEXT.matcher(statement).replaceAll("?");
        text = NUMBER.matcher(text).replaceAll("?");
        text = LIST.matcher(text).replaceAll("(?)");
        text = LISTS.matcher(text).replaceAll("(?)");
        return SPACE.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** A command's words after the first are keys and values, and a key names its thing: they all differ from call to call. */
    private static String command(String statement) {
        String[] words = SPACE.split(statement.strip(), 2);
        return words[0].toUpperCase(Locale.ROOT) + (words.length > 1 ? " ?" : "");
    }
}
