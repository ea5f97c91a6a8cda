package coach.bar.compiler;

/** Why code does not compile, in javac's own words. */
public final class CompilationError extends Exception {

    private static final long serialVersionUID = 1;

    CompilationError(String javac) {
        super(javac);
    }
}
