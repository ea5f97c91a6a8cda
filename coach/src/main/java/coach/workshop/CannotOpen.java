package coach.workshop;

/** Why the bar cannot open, in sentences for whoever wanted it open: what was seen, what was expected, what to type. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CannotOpen(String sentences) {
        super(sentences);
    }

    public CannotOpen(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
