package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.Folders;
import coach.bar.environment.UserError;
import coach.bar.standby.StandbyMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A JVM that was started ahead: it has loaded a service's libraries, and waits for the service's classes. */
final class StandbyProcess implements AutoCloseable {

    private static final String LIST = "library-classes.txt";

    private final ServiceLaunch launch;
    private final Path classes;
    private final Process process;
    private final BufferedReader output;
    private final CompletableFuture<List<String>> ready;
    private boolean handedOn;

    private StandbyProcess(ServiceLaunch launch, Path classes, Process process) {
        this.launch = launch;
        this.classes = classes;
        this.process = process;
        this.output = process.inputReader(UTF_8);
        this.ready = CompletableFuture.supplyAsync(this::readUntilReady, StandbyProcess::inItsOwnThread);
    }

    /**
     * Starts the JVM.
     *
     * @param common the folder with what each such JVM needs, filled by the first
     * @param classes a new folder, for the service's classes
     * @throws UserError when the system refuses
     */
    static StandbyProcess start(ServiceLaunch launch, Path common, Path classes) {
        try {
            Path list = common.resolve(LIST);
            copyOnce(LIST, list);
            copyOnce(
                    "StandbyMain.class",
                    common.resolve(StandbyMain.class.getName().replace('.', '/') + ".class"));
            List<String> command = launch.jvm(Files.createDirectories(classes), common);
            command.addAll(List.of(StandbyMain.class.getName(), list.toString()));
            Process process =
                    ManagedProcess.builder(command, launch.environment()).start();
            return new StandbyProcess(launch, classes, process);
        } catch (IOException e) {
            throw new UserError("Could not start a JVM ahead: " + e.getMessage(), e);
        }
    }

    private static void copyOnce(String resource, Path to) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        try (InputStream from = StandbyMain.class.getResourceAsStream(resource)) {
            Files.copy(from, to);
        }
    }

    private static void inItsOwnThread(Runnable work) {
        Thread thread = new Thread(work, "output of a JVM that waits");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns what it has printed before, such as the javaagent's version. */
    private List<String> readUntilReady() {
        List<String> before = new ArrayList<>();
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(StandbyMain.READY)) {
                    return before;
                }
                before.add(line);
            }
        } catch (IOException e) {
            // It has ended, as below.
        }
        throw new UserError("A JVM that was started ahead has ended: " + String.join(System.lineSeparator(), before));
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns whether it can run that service: it lives, and was started with the same settings. */
    boolean fits(ServiceLaunch wanted) {
        return process.isAlive() && launch.hasSameJvm(wanted);
    }

    /** Waits until it is ready, or has ended. */
    void await() {
        ready.exceptionally(e -> List.of()).join();
    }

    /**
     * Runs the service, as soon as the JVM is ready.
     *
     * @throws UserError when it has ended meanwhile; then another JVM can do it
     */
    ManagedProcess run(ServiceLaunch wanted, Path log, OutputListener listener) {
        try (OutputStream input = process.getOutputStream()) {
            Folders.copy(wanted.module().classes(), classes);
            input.write((wanted.program().mainClass() + "\n").getBytes(UTF_8));
            input.flush();
            List<String> before = ready.join();
            handedOn = true;
            return ManagedProcess.of(wanted.program().module(), process, output, before, log, listener);
        } catch (CompletionException e) {
            throw new UserError(e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new UserError("A JVM that was started ahead has ended: " + e.getMessage(), e);
        }
    }

    /** Ends the JVM, unless it runs the service by now. */
    @Override
    public void close() {
        if (!handedOn) {
            process.destroyForcibly();
        }
    }
}
