package coach.cli;

import coach.bar.environment.UserError;
import java.io.File;
import java.io.IOException;
import java.util.List;

/** A process in this one's place: it has the terminal, or the pipes, and decides the exit code. */
final class ForegroundProcess {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private ForegroundProcess() {}

    /** @return its exit code */
    static int run(List<String> command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException e) {
            throw new UserError("%s could not be started: %s".formatted(command.get(0), e.getMessage()), e);
        }
        // Ctrl-C goes to both, and the one that works may have more to say: this one waits for it.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "wait for the process"));
        return process.waitFor();
    }

    private static void end(Process process) {
        // A signal may have been sent to this process alone. On Windows this would not ask but kill, and Ctrl-C reaches
        // both.
        if (!WINDOWS) {
            process.destroy();
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
