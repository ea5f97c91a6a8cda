package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import picocli.CommandLine.Option;

/** The option that selects one of the open bars. */
final class BarOptions {

    @Option(names = "--port", paramLabel = "N", description = "The app's port (default: that of the bar that is open).")
    private Integer port;

    /** @return the port as typed; null without the option */
    public Integer port() {
        return port;
    }

    /** @throws UserError when no bar is open, or several are and the option is missing */
    public OpenBar open() {
        return OpenBar.theOnlyOne(port);
    }
}
