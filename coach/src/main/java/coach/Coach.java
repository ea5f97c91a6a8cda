package coach;

import coach.bar.environment.Workshop;
import coach.cli.WorkshopCommand;
import java.io.PrintWriter;

/** Starts the program behind {@code ./workshop}, and ends it with the exit code of the command. */
public final class Coach {

    private Coach() {}

    public static void main(String[] args) {
        Workshop.keepStatePrivate();
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /** @return the exit code: 0 passed, 1 not yet, 2 could not run, 3 inconclusive */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return WorkshopCommand.run(out, err, args);
    }
}
