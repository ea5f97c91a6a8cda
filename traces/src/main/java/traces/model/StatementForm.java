package traces.model;

/** Writes the form of a statement: a single ? for each value, and for each list of them. */
final class StatementForm {

    private final StringBuilder form = new StringBuilder();

    // Where the innermost bracket is, as long as nothing but values has followed it.
    private int list = -1;

    void name(String said) {
        form.append(said);
        list = -1;
    }

    void space() {
        if (!form.isEmpty() && before() != ' ') {
            form.append(' ');
        }
    }

    /** Takes the place of its sign, but not of the operator between it and the term before. */
    void value() {
        int signs = form.length();
        while (signs > 0 && "+-".indexOf(form.charAt(signs - 1)) >= 0) {
            signs--;
        }
        boolean between = signs > 0 && endsTerm(form.charAt(signs - 1));
        form.setLength(between ? Math.min(signs + 1, form.length()) : signs);
        form.append('?');
    }

    void symbol(char letter) {
        switch (letter) {
            case '(', '[' -> {
                list = form.length();
                form.append(letter);
            }
            case ')', ']' -> close(letter);
            // They stand between values, and before them.
            case ',', '+', '-' -> form.append(letter);
            default -> name(String.valueOf(letter));
        }
    }

    // (?, ?, ? -> (?)
    private void close(char bracket) {
        boolean ofValues = list >= 0 && form.indexOf("?", list) > 0;
        if (ofValues) {
            form.setLength(list + 1);
            form.append('?');
        }
        form.append(bracket);
        if (ofValues) {
            dropRepeated(list);
        }
        list = -1;
    }

    // values (?), (?) -> values (?)
    private void dropRepeated(int start) {
        int end = start;
        while (end > 0 && " ,".indexOf(form.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end < start && end >= 3 && form.substring(end - 3, end).equals(form.substring(start))) {
            form.setLength(end);
        }
    }

    /** Whether a term ends here, so that a sign or a point behind it doesn't begin a number. */
    boolean endsTerm() {
        return endsTerm(before());
    }

    private static boolean endsTerm(char letter) {
        return Character.isLetterOrDigit(letter) || "_)]\"'`?".indexOf(letter) >= 0;
    }

    char before() {
        return form.isEmpty() ? ' ' : form.charAt(form.length() - 1);
    }

    /** Without the semicolon that may end it. */
    @Override
    public String toString() {
        int end = form.length();
        while (end > 0 && " ;".indexOf(form.charAt(end - 1)) >= 0) {
            end--;
        }
        return form.substring(0, end);
    }
}
