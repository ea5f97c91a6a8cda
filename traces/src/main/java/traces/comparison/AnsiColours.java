package traces.comparison;

/** Colours for a terminal, where it's to have them; nothing is said by colour alone. */
record AnsiColours(boolean colour) {

    String bold(String text) {
        return painted("1", text);
    }

    String dim(String text) {
        return painted("2", text);
    }

    String error(String text) {
        return painted("1;31", text);
    }

    /** @param more whether it's more (1), less (-1) or the same (0) */
    String change(int more, String text) {
        return more == 0 ? dim(text) : painted(more > 0 ? "33" : "32", text);
    }

    private String painted(String how, String text) {
        return colour && !text.isBlank() ? "\u001b[" + how + "m" + text + "\u001b[0m" : text;
    }
}
