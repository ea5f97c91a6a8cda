package coach.cli;

/** The severity of a diagnosis. */
enum Severity {
    /** As it should be. */
    OK("ok"),
    /** The workshop runs, and something else may not. */
    NOTE("note"),
    /** The workshop will not run like this. */
    TROUBLE("TROUBLE");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
