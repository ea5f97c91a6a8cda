package coach.doctor;

/**
 * One thing that was looked at.
 *
 * @param subject what it was
 * @param seen what was seen of it
 * @param toDo what to do about it; empty where nothing is
 */
record Finding(Sign sign, String subject, String seen, String toDo) {

    static Finding ok(String subject, String seen) {
        return new Finding(Sign.OK, subject, seen, "");
    }

    static Finding note(String subject, String seen, String toDo) {
        return new Finding(Sign.NOTE, subject, seen, toDo);
    }

    static Finding trouble(String subject, String seen, String toDo) {
        return new Finding(Sign.TROUBLE, subject, seen, toDo);
    }

    // "note     clock       it is set back · Set it …"
    String line() {
        String said = toDo.isEmpty() ? seen : seen + " · " + toDo;
        return "%-8s %-11s %s".formatted(sign.word(), subject, said);
    }
}
