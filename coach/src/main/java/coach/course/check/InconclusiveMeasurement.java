package coach.course.check;

/** The measurement says neither yes nor no; it is not a pass. */
final class InconclusiveMeasurement extends AssertionError {

    private static final long serialVersionUID = 1;

    InconclusiveMeasurement(String sentence) {
        super(sentence);
    }
}
