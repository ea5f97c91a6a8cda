package coach.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what it was
 * @param seen what was seen of it
 * @param toDo what to do about it; empty where nothing is
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
        String said = toDo.isEmpty() ? seen : seen + " · " + toDo;
        return "%-8s %-11s %s".formatted(severity.word(), subject, said);
    }
}
