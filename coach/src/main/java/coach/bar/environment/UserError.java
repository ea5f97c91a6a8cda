package coach.bar.environment;

/** Why the bar cannot open, in sentences for whoever wanted it open: what was seen, what was expected, what to type. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserError(String sentences) {
        super(sentences);
    }

    public UserError(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
