package coach.cli;

import coach.bar.BarFile;
import coach.bar.BarHost;
import coach.bar.OpenBar;
import coach.bar.environment.Workshop;
import coach.course.check.BarEnvironment;
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

    /** @throws coach.bar.environment.UserError when they are to run in containers, and could not */
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
