package coach.cli;

import coach.bar.BarFile;
import coach.bar.environment.Folders;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Closes the bars of this repository, or one of them, and ends what a crashed coach has left running. */
@Command(name = "down", description = "Stops the bar, also one that a crash has left behind.")
final class DownCommand implements Callable<Integer> {

    private static final long SECONDS_TO_CLOSE = 20;

    @Option(names = "--port", paramLabel = "N", description = "The app's port: closes that bar alone (default: all).")
    private Integer port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Workshop.requireNoContainer("down");
        PrintWriter out = spec.commandLine().getOut();
        List<BarFile> bars =
                BarFile.all(Workshop.bars()).stream().filter(this::isMeant).toList();
        if (bars.isEmpty()) {
            out.println("No bar is open" + (port == null ? "." : " at port " + port + "."));
        }
        boolean allClosed = true;
        for (BarFile bar : bars) {
            allClosed &= close(bar, out);
        }
        out.println("Next: " + Workshop.command(allClosed ? "up" : "down"));
        return allClosed ? 0 : 2;
    }

    private boolean isMeant(BarFile bar) {
        return port == null || bar.address().endsWith(":" + port);
    }

    /** @return whether nothing of it runs any more; else its file stays, so that another try finds it */
    private static boolean close(BarFile bar, PrintWriter out) throws InterruptedException {
        boolean wasOpen = bar.isOpen();
        String address = bar.address();
        // The coach comes first in the list: where the system can ask it to end, it ends the others itself.
        long ended = 0;
        for (ProcessHandle process : running(bar)) {
            ended += end(process) ? 1 : 0;
        }
        // Once more, for processes that the coach started in its last moment.
        for (ProcessHandle process : running(bar)) {
            ended += end(process) ? 1 : 0;
        }
        List<ProcessHandle> stubborn = running(bar);
        if (!stubborn.isEmpty()) {
            out.println("Could not end all of the bar at %s; still running: %s"
                    .formatted(
                            address, stubborn.stream().map(ProcessHandle::pid).toList()));
            return false;
        }
        Folders.delete(bar.folder());
        out.println(
                wasOpen
                        ? "Closed the bar at " + address + "."
                        : "Cleared away the bar at " + address + ", which had crashed: processes ended: " + ended
                                + ".");
        return true;
    }

    private static List<ProcessHandle> running(BarFile bar) {
        return bar.processes().stream()
                .flatMap(noted -> noted.running().stream())
                .toList();
    }

    private static boolean end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (hasEnded(process)) {
            return true;
        }
        process.destroyForcibly();
        return hasEnded(process);
    }

    private static boolean hasEnded(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not wait for process " + process.pid(), e);
        }
    }
}
