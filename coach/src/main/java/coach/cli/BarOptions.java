package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import picocli.CommandLine.Option;

/** Which of the bars that are open a command means. */
public final class BarOptions {

    @Option(names = "--port", paramLabel = "N", description = "The app's port (default: that of the bar that is open).")
    private Integer port;

    /** As it was typed; null where it was not. */
    public Integer port() {
        return port;
    }

    /** @throws UserError when there is none, or there are several and nothing says which */
    public OpenBar open() {
        return OpenBar.theOnlyOne(port);
    }
}
