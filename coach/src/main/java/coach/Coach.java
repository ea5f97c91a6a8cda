package coach;

import coach.bar.environment.Workshop;
import coach.cli.WorkshopCommand;
import java.io.PrintWriter;
import java.util.Locale;

/** Starts the program behind {@code ./workshop}, and ends it with the exit code of the command. */
public final class Coach {

    private Coach() {}

    public static void main(String[] args) {
        // All that it writes is English or for machines, and %d would use the digits of the user's language: ١ for 1.
        Locale.setDefault(Locale.ROOT);
        Workshop.keepStatePrivate();
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /** @return the exit code: 0 passed, 1 not yet, 2 could not run, 3 inconclusive */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return WorkshopCommand.run(out, err, args);
    }
}
