package coach.bar.compiler;

/** Reports that code does not compile; the message is javac's output. */
public final class CompilationError extends Exception {

    private static final long serialVersionUID = 1;

    CompilationError(String javac) {
        super(javac);
    }
}
