package coach.course.check;

/**
 * A measurement that neither proves nor refutes its claim, or a machine that is too busy to judge the code by; it does
 * not pass.
 */
public final class InconclusiveMeasurement extends AssertionError {

    private static final long serialVersionUID = 1;

    public InconclusiveMeasurement(String sentence) {
        super(sentence);
    }
}
