package traces.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the form of a statement: a single ? for each value, and for each list of values.
 *
 * <p>One regular expression finds the values, names, words and space of a dialect; any other letter is a symbol, and
 * stays as it is. Repetitions are possessive, or end where the text ends, so that no text is tried in many ways.
 */
final class StatementDialect {

    private static final String LETTER = "[\\p{L}\\p{N}_$]";

    /** Behind the end of a term, a sign is an operator, and a point or a marker does not begin a value. */
    private static final String TERM_END = "\\p{L}\\p{N}_)\\]\"'`?";

    private static final String NO_TERM_BEFORE = "(?<![" + TERM_END + "])";

    private static final String NUMBER = "(?:0x[0-9a-f]++|(?:\\d[\\d_]*+\\.?+[\\d_]*+|" + NO_TERM_BEFORE
            + "\\.\\d[\\d_]*+)(?:e[+-]?+\\d++)?+[lfd]?+)(?![\\p{L}\\p{N}_$.])";

    /** Constants differ from call to call as a 1 and a 0 do, except in grammar: {@code is not null}. */
    private static final String CONSTANT =
            "(?=[tfn])(?<!\\b(?:is|not|default|set)\\s{1,99})(?:true|false|null)(?!" + LETTER + ")";

    // ?1, :name, @name, $1, %s and %(name)s, but neither ::type nor @@variable nor a % b
    private static final String PARAMETER = "\\?\\d*+|" + NO_TERM_BEFORE + "%(?:\\(\\w{1,99}+\\))?+[sdif](?!" + LETTER
            + ")|" + NO_TERM_BEFORE + "(?:(?<![:@])[:@]|\\$(?=\\d))" + LETTER + "++";

    private static final String SQL_VALUES = "e" + escaped("'") + "|[nxb]?+" + doubled("'") + "|" + PARAMETER
            + "|\\$(?<tag>[\\p{L}\\p{N}_]*+)\\$.*?(?:\\$\\k<tag>\\$|\\z)"
            // A UUID without quotes, as Cassandra takes it.
            + "|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?!" + LETTER + ")|" + NUMBER + "|" + CONSTANT;

    private static final String SQL_SPACE = "\\s|--[^\\n]*+|/\\*.*?(?:\\*/|\\z)";

    // Where a statement begins, # is no operator: the client that sends MySQL's comment may not say that it is MySQL.
    private static final String FIRST_COMMENT = "|(?<=\\A\\s{0,99})#[^\\n]*+";

    static final StatementDialect SQL =
            new StatementDialect(SQL_SPACE + FIRST_COMMENT, doubled("\"") + "|" + doubled("`"), SQL_VALUES, true);

    /** MySQL has one more kind of comment, a backslash within texts, and texts in double quotes. */
    static final StatementDialect MYSQL = new StatementDialect(
            SQL_SPACE + "|#[^\\n]*+",
            doubled("`"),
            "[nxb]?+" + escaped("'") + "|" + escaped("\"") + "|" + SQL_VALUES,
            true);

    /** Keys stay, and the first text: it says what the command is about, as in {@code {"find": "users", …}}. */
    static final StatementDialect JSON = new StatementDialect(
            "\\s",
            escaped("\"") + "(?=\\s*+:)|(?=\")(?<=\\A\\s{0,9}\\{\\s{0,9}\"\\w{1,99}\"\\s{0,9}:\\s{0,9})"
                    + escaped("\""),
            escaped("\"") + "|" + escaped("'") + "|\\?|" + NUMBER + "|" + CONSTANT,
            false);

    // -? -> ?, but a-? stays, and of a+-? the first sign
    private static final Pattern SIGN =
            Pattern.compile("(?:(?<![+\\-" + TERM_END + "])|(?<=[" + TERM_END + "][+-]))[+-]++(?=\\?)");
    private static final Pattern LIST = Pattern.compile("([(\\[])[ ,+-]*+\\?[ ,?+-]*+([)\\]])");
    private static final Pattern REPEATED_LIST = Pattern.compile("([(\\[]\\?[)\\]])(?:[ ,]++\\1)++");
    private static final Pattern CUT_LIST = Pattern.compile("(?<![ ,?(\\[+-])[ ,?(\\[+-]++\\z");
    private static final Pattern ENDS = Pattern.compile("\\A |(?<![ ;])[ ;]++\\z");

    private final Pattern tokens;
    private final boolean lowerCase;

    private StatementDialect(String space, String names, String values, boolean lowerCase) {
        tokens = Pattern.compile(
                "(?<space>(?:%s)++)|(?<name>%s)|(?<value>%s)|(?<word>\\d[\\p{L}\\p{N}_$.]*+|%s++)"
                        .formatted(space, names, values, LETTER),
                Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
        this.lowerCase = lowerCase;
    }

    /** A text in quotes that holds its quote twice; it ends with the statement at the latest. */
    private static String doubled(String quote) {
        return "%1$s(?:[^%1$s]|%1$s%1$s)*+(?:%1$s|\\z)".formatted(quote);
    }

    /** A text in quotes in which a backslash takes the next letter along. */
    private static String escaped(String quote) {
        return "%1$s(?:[^%1$s\\\\]|%1$s%1$s|\\\\.?+)*+(?:%1$s|\\z)".formatted(quote);
    }

    String form(String statement) {
        Matcher token = tokens.matcher(statement);
        String form = token.replaceAll(found -> Matcher.quoteReplacement(form(token)));
        form = SIGN.matcher(form).replaceAll("");
        form = LIST.matcher(form).replaceAll("$1?$2");
        form = REPEATED_LIST.matcher(form).replaceAll("$1");
        return ENDS.matcher(form).replaceAll("");
    }

    private String form(Matcher token) {
        if (token.group("space") != null) {
            return " ";
        }
        if (token.group("value") != null) {
            return "?";
        }
        boolean word = lowerCase && token.group("word") != null;
        return word ? token.group().toLowerCase(Locale.ROOT) : token.group();
    }

    /** Leaves out the list that is cut: how many of its values are here depends on their lengths. */
    String formOfBeginning(String statement) {
        return CUT_LIST.matcher(form(statement)).replaceFirst("") + "…";
    }
}
