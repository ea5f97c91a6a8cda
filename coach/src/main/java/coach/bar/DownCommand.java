package coach.bar;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Closes every bar of this repository, also what is left of one whose coach has crashed. */
@Command(name = "down", description = "Stops the bar, also one that a crash has left behind.")
public final class DownCommand implements Callable<Integer> {

    private static final long SECONDS_TO_CLOSE = 20;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<BarFile> bars = BarFile.all(Workshop.bars());
        if (bars.isEmpty()) {
            out.println("No bar is open.");
        }
        for (BarFile bar : bars) {
            out.println(close(bar));
        }
        out.println("Next: " + Workshop.command("up"));
        return 0;
    }

    private static String close(BarFile bar) throws InterruptedException {
        boolean wasOpen = bar.isOpen();
        String address = bar.address();
        int ended = 0;
        // The coach comes first: asked politely it ends the others itself.
        for (BarFile.Noted noted : bar.processes()) {
            ended += noted.running().isPresent() && end(noted.running().get()) ? 1 : 0;
        }
        Folders.delete(bar.folder());
        return wasOpen
                ? "Closed the bar at " + address + "."
                : "Cleared away the bar at " + address + ", which had crashed: processes ended: " + ended + ".";
    }

    private static boolean end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly();
            return hasEnded(process);
        }
        return true;
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
