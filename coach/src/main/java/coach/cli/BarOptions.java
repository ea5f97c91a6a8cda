package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import traces.store.StoreClient;
import traces.store.StoredTraces;

/** The option that selects one of the open bars. */
final class BarOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

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

    /**
     * Waits until the bar runs what was saved last.
     *
     * @return none where the bar does not say
     * @throws UserError when no bar is open, or several are and the option is missing
     */
    Optional<BarState> awaitState(OpenBar bar) throws InterruptedException {
        PrintWriter err = mixee.commandLine().getErr();
        return new BarStateClient(bar.page(), err::println).await();
    }

    /** Returns the traces of the open bar, once it runs what was saved last. */
    StoredTraces traces() {
        OpenBar bar = open();
        try {
            awaitState(bar);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new StoreClient(bar.page(), OpenBar.forPeople(bar.page()));
    }
}
