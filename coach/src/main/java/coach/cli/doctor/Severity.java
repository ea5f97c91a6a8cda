package coach.cli.doctor;

/** How bad something is. */
enum Severity {
    /** As it should be. */
    OK("ok"),
    /** The workshop runs, and something else may not. */
    NOTE("note"),
    /** The workshop will not run so. */
    TROUBLE("TROUBLE");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
