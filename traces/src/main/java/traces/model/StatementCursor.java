package traces.model;

/** A place in a text that is read once, from left to right, and ways to move on. */
final class StatementCursor {

    private final String text;
    private int at;

    StatementCursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    int place() {
        return at;
    }

    /** What was read since. */
    String since(int place) {
        return text.substring(place, at);
    }

    /** The letter here, or so far ahead; none is as good as a space. */
    char letter(int ahead) {
        int place = at + ahead;
        return place >= 0 && place < text.length() ? text.charAt(place) : ' ';
    }

    boolean comes(String next) {
        return text.startsWith(next, at);
    }

    boolean isDigit(int ahead) {
        return letter(ahead) >= '0' && letter(ahead) <= '9';
    }

    boolean isWord(int ahead) {
        return Character.isLetterOrDigit(letter(ahead)) || letter(ahead) == '_' || letter(ahead) == '$';
    }

    void skip(int letters) {
        at = Math.min(at + letters, text.length());
    }

    void skipWord() {
        while (isWord(0)) {
            at++;
        }
    }

    void skipDigits() {
        while (isDigit(0)) {
            at++;
        }
    }

    void skipSpace() {
        while (!isAtEnd() && Character.isWhitespace(letter(0))) {
            at++;
        }
    }

    /** To behind the next of these, or to the end. */
    void skipPast(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** Over a text in quotes, which it holds twice, or behind a backslash if that counts; to the end if none closes it. */
    void skipQuoted(boolean backslashes) {
        char quote = letter(0);
        for (at++; !isAtEnd(); at++) {
            if (backslashes && letter(0) == '\\') {
                at++;
            } else if (letter(0) == quote) {
                at++;
                if (isAtEnd() || letter(0) != quote) {
                    return;
                }
            }
        }
        at = text.length();
    }
}
