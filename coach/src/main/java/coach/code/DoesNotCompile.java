package coach.code;

/** Why code does not compile, in javac's own words. */
public final class DoesNotCompile extends Exception {

    private static final long serialVersionUID = 1;

    DoesNotCompile(String javac) {
        super(javac);
    }
}
