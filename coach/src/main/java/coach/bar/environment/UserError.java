package coach.bar.environment;

/** Ends a command with a message for its user: what was seen, what was expected, and what to type. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
