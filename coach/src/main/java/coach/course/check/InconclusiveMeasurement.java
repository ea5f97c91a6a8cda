package coach.course.check;

/** A measurement that neither proves nor refutes its claim; it does not pass. */
final class InconclusiveMeasurement extends AssertionError {

    private static final long serialVersionUID = 1;

    InconclusiveMeasurement(String sentence) {
        super(sentence);
    }
}
