package traces.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a statement of SQL, or a command of JSON, and writes its form.
 *
 * <p>By hand, letter by letter, because statements are as long as who sends them likes: it takes a time that grows with the
 * length and no faster, and no stack.
 */
final class StatementNormaliser {

    private static final Pattern NUMBER = Pattern.compile(
            "0[xX][0-9a-fA-F]++|(?:[0-9][0-9_]*+\\.?+[0-9_]*+|\\.[0-9_]++)(?:[eE][+-]?+[0-9]++)?+[lLfFdD]?+");

    /** They differ from call to call as a 1 and a 0 do, but for where they belong to the grammar: {@code is not null}. */
    private static final Set<String> VALUES = Set.of("true", "false", "null");

    private static final Set<String> BEFORE_GRAMMAR = Set.of("is", "not", "default", "set");

    /** {@code N'…'}, {@code E'…'}, {@code X'…'} and {@code B'…'} are texts too. */
    private static final Set<String> PREFIXES = Set.of("n", "e", "x", "b");

    private final StatementCursor in;
    private final StatementForm form = new StatementForm();
    private final boolean json;
    private final boolean mysql;

    private String wordBefore = "";
    private int texts;

    private StatementNormaliser(String text, boolean json, boolean mysql) {
        in = new StatementCursor(text);
        this.json = json;
        this.mysql = mysql;
    }

    static String json(String text) {
        return new StatementNormaliser(text, true, false).form();
    }

    static String sql(String text, String database) {
        return new StatementNormaliser(text, false, database.equals("mysql") || database.equals("mariadb")).form();
    }

    private String form() {
        while (!in.isAtEnd()) {
            next(in.letter(0));
        }
        return form.toString();
    }

    private void next(char letter) {
        if (Character.isWhitespace(letter) || in.comes("--") || in.comes("/*")) {
            space(letter);
        } else if (letter == '\'' || letter == '"' || letter == '`') {
            quoted(letter);
        } else if (letter == '?' || isParameter(letter)) {
            parameter(letter);
        } else if (letter == '$' && in.letter(tagLength() - 1) == '$') {
            dollarQuoted();
        } else if (in.isDigit(0) || letter == '.' && in.isDigit(1) && !form.endsTerm()) {
            number();
        } else if (in.isWord(0)) {
            word();
        } else {
            in.skip(1);
            form.symbol(letter);
            wordBefore = "";
        }
    }

    private void space(char letter) {
        if (letter == '-') {
            in.skipPast("\n");
        } else if (letter == '/') {
            in.skip(2);
            in.skipPast("*/");
        } else {
            in.skipSpace();
        }
        form.space();
    }

    private void quoted(char quote) {
        int start = in.place();
        // By default MySQL takes double quotes for texts too, and backslashes for more than themselves.
        boolean isText = quote == '\'' || quote == '"' && (json || mysql);
        in.skipQuoted(json || isText && (mysql || wordBefore.equals("e")));
        if (!isText || json && isKept()) {
            form.name(in.since(start));
            wordBefore = "";
        } else {
            value();
        }
    }

    /** A key, or the first key's text, which says what the command is about: {@code {"find": "beer", …}}. */
    private boolean isKept() {
        texts++;
        in.skipSpace();
        return texts == 2 || in.comes(":");
    }

    // :name, @name and $1, but neither ::type nor @@variable
    private boolean isParameter(char letter) {
        boolean marked = (letter == ':' || letter == '@') && !json || letter == '$' && in.isDigit(1);
        return marked && in.isWord(1) && form.before() != letter && !form.endsTerm();
    }

    private void parameter(char marker) {
        in.skip(1);
        if (marker == '?') {
            in.skipDigits();
        } else {
            in.skipWord();
        }
        value();
    }

    // $$ … $$ and $tag$ … $tag$ -> 2 and 5; what begins neither ends in no $
    private int tagLength() {
        int length = 1;
        while (in.isWord(length) && in.letter(length) != '$') {
            length++;
        }
        return length + 1;
    }

    private void dollarQuoted() {
        int start = in.place();
        in.skip(tagLength());
        in.skipPast(in.since(start));
        value();
    }

    private void number() {
        int start = in.place();
        boolean hex = in.comes("0x") || in.comes("0X");
        in.skipWord();
        while (in.letter(0) == '.' || !hex && isExponentsSign()) {
            in.skip(1);
            in.skipWord();
        }
        String number = in.since(start);
        if (NUMBER.matcher(number).matches()) {
            value();
        } else {
            name(number);
        }
    }

    private boolean isExponentsSign() {
        boolean sign = in.letter(0) == '-' || in.letter(0) == '+';
        return sign && (in.letter(-1) == 'e' || in.letter(-1) == 'E') && in.isDigit(1);
    }

    private void word() {
        int start = in.place();
        in.skipWord();
        String said = in.since(start);
        String word = LetterCase.lower(said);
        if (VALUES.contains(word) && !BEFORE_GRAMMAR.contains(wordBefore)) {
            value();
        } else if (PREFIXES.contains(word) && in.comes("'")) {
            wordBefore = word;
        } else {
            name(said);
        }
    }

    private void name(String said) {
        String word = json ? said : LetterCase.lower(said);
        form.name(word);
        wordBefore = word;
    }

    private void value() {
        form.value();
        wordBefore = "";
    }
}
