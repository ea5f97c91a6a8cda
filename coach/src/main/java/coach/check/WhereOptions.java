package coach.check;

import coach.bar.BarHost;
import coach.workshop.BarFile;
import coach.workshop.OpenBar;
import coach.workshop.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether the bars of a check run beside it or in containers. */
final class WhereOptions {

    @Option(
            names = "--docker",
            negatable = true,
            description = "Runs its services and backends in containers (default: where such a bar is open).")
    private Boolean docker;

    /** @throws coach.workshop.UserError when they are to run in containers, and could not */
    BarEnvironment choose(Path repository, PrintWriter out) {
        boolean found = docker == null && onlyContainersAreOpen();
        if (found) {
            out.println(
                    "The open bar runs in containers, and so do the ones opened now (--no-docker: on this machine).");
            out.flush();
        }
        return found || Boolean.TRUE.equals(docker)
                ? new BarEnvironment(BarHost.containers(repository), Optional.empty())
                : BarEnvironment.ORDINARY;
    }

    private static boolean onlyContainersAreOpen() {
        boolean here = BarFile.all(Workshop.bars()).stream().anyMatch(BarFile::isOpen);
        return !here && !OpenBar.isInContainers() && OpenBar.inContainers().isPresent();
    }
}
