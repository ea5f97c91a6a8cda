package coach.cli;

/**
 * The result of one examination.
 *
 * @param subject the examined thing, such as «port 5000»
 * @param seen the observation
 * @param toDo the advice; empty where nothing needs to be done
 */
record Diagnosis(Severity severity, String subject, String seen, String toDo) {

    static Diagnosis ok(String subject, String seen) {
        return new Diagnosis(Severity.OK, subject, seen, "");
    }

    static Diagnosis note(String subject, String seen, String toDo) {
        return new Diagnosis(Severity.NOTE, subject, seen, toDo);
    }

    static Diagnosis trouble(String subject, String seen, String toDo) {
        return new Diagnosis(Severity.TROUBLE, subject, seen, toDo);
    }

    // "note     clock       it is set back · Set it …"
    String line() {
        String text = toDo.isEmpty() ? seen : seen + " · " + toDo;
        return "%-8s %-11s %s".formatted(severity.word(), subject, text);
    }
}
