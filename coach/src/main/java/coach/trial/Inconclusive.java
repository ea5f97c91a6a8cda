package coach.trial;

/** The measurement says neither yes nor no; it is not a pass. */
public final class Inconclusive extends AssertionError {

    private static final long serialVersionUID = 1;

    Inconclusive(String sentence) {
        super(sentence);
    }
}
