package coach.trial;

/** The measurement says neither yes nor no; it is not a pass. */
public final class InconclusiveMeasurement extends AssertionError {

    private static final long serialVersionUID = 1;

    InconclusiveMeasurement(String sentence) {
        super(sentence);
    }
}
