package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process of a bar. Its output goes to a file and to an {@link OutputListener}. */
public final class ManagedProcess implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(2);
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
    private static final int LAST_LINES = 12;
    // 12:00:00.000 INFO  RequestLog - request …
    private static final Pattern ROUTINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d+ (INFO|DEBUG) .*");
    private static final Duration SILENCE = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT_FOR_SILENCE = Duration.ofMillis(500);
    /** Bytes; many hours of an app that each guest has an error from. */
    private static final long LOG_LIMIT = 10_000_000;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread reader;
    private volatile boolean toldToEnd;
    private volatile boolean hushed;
    private volatile long lastLine = System.nanoTime();

    private ManagedProcess(
            String name,
            Process process,
            BufferedReader output,
            List<String> before,
            Path log,
            OutputListener listener) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.reader = new Thread(() -> read(output, before, listener), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process.
     *
     * @param log the file for its output; an old one is replaced
     * @param env variables besides those of this process, of which those that begin with OTEL_ are left out
     * @throws UserError when the system refuses to start it
     */
    static ManagedProcess start(
            String name, List<String> command, Map<String, String> env, Path log, OutputListener listener) {
        try {
            createLog(log);
            Process process = builder(command, env).start();
            process.getOutputStream().close();
            return new ManagedProcess(name, process, process.inputReader(UTF_8), List.of(), log, listener);
        } catch (IOException e) {
            throw new UserError("Could not start " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes over a process that was started ahead.
     *
     * @param output the rest of its output
     * @param before the lines that were read of it
     */
    static ManagedProcess of(
            String name, Process process, BufferedReader output, List<String> before, Path log, OutputListener listener)
            throws IOException {
        createLog(log);
        return new ManagedProcess(name, process, output, before, log, listener);
    }

    /** First, so that a log that cannot be written is reported before the process runs. */
    private static void createLog(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Files.createFile(log);
    }

    static ProcessBuilder builder(List<String> command, Map<String, String> env) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // They are meant for other programs, and would send the spans elsewhere, or switch them off.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("OTEL_"));
        builder.environment().putAll(env);
        return builder;
    }

    private void read(BufferedReader output, List<String> before, OutputListener listener) {
        try (output;
                BoundedLog file = new BoundedLog(log, LOG_LIMIT)) {
            Stream.concat(before.stream(), output.lines()).forEach(line -> {
                lastLine = System.nanoTime();
                if (hushed && ROUTINE.matcher(line).matches()) {
                    return;
                }
                file.println(line);
                listener.onLine(name, line);
            });
        } catch (IOException | UncheckedIOException e) {
            // The pipe broke because the process has ended: there is no more output.
        }
    }

    /** Leaves out what it logs as a matter of routine; warnings and errors are kept and passed on. */
    void hush() {
        hushed = true;
    }

    /** Keeps and passes on all again, once what was written before has been read. */
    void endHush() {
        long start = System.nanoTime();
        while (System.nanoTime() - Math.max(start, lastLine) < SILENCE.toNanos()
                && System.nanoTime() - start < LONGEST_WAIT_FOR_SILENCE.toNanos()
                && !hasEndedWithin(BETWEEN_LOOKS)) {
            // The condition waits.
        }
        hushed = false;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Waits until the process is ready.
     *
     * @throws UserError when it ends first, or takes longer than two minutes
     */
    void await(BooleanSupplier ready) {
        long start = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (hasEndedWithin(BETWEEN_LOOKS)) {
                throw new UserError(
                        "%s ended with exit code %d before it was ready. Its last words:%n%s%nAll of them: %s"
                                .formatted(name, process.exitValue(), lastLines(), log));
            }
            if (System.nanoTime() - start > TIME_TO_START.toNanos()) {
                throw new UserError("%s was not ready after %d s. Its last words:%n%s%nAll of them: %s"
                        .formatted(name, TIME_TO_START.toSeconds(), lastLines(), log));
            }
        }
    }

    /** How it has ended; once it has. */
    public int exitCode() {
        return process.exitValue();
    }

    /**
     * Puts what it has said aside, once it has ended: the next process of its name writes the log anew.
     *
     * @return where it is now
     */
    public Path putLogAside() {
        try {
            reader.join(TIME_TO_END.toMillis());
            return Files.move(log, log.resolveSibling(name + ".ended.log"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Somebody reads it, where that keeps it from being moved: then it stays until it is written anew.
            return log;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return log;
        }
    }

    private boolean hasEndedWithin(Duration time) {
        try {
            return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted while waiting for " + name, e);
        }
    }

    private String lastLines() {
        try {
            // The output of an ended process is read to its end before it is quoted.
            reader.join(process.isAlive() ? 1 : TIME_TO_END.toMillis());
            List<String> lines = Files.readAllLines(log);
            return "  "
                    + String.join(
                            System.lineSeparator() + "  ",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Kills the process, as a crash would; it is not started again, because that was wanted. */
    public void kill() {
        toldToEnd = true;
        process.destroyForcibly();
        hasEndedWithin(TIME_TO_END);
    }

    /** Returns whether the process was told to end, and did not crash. */
    public boolean wasToldToEnd() {
        return toldToEnd;
    }

    /** Asks the process to end, and kills it if it does not. */
    @Override
    public void close() {
        toldToEnd = true;
        // Through the handle: Process.destroy() would also close the pipe, and the last output would be lost.
        process.toHandle().destroy();
        if (!hasEndedWithin(TIME_TO_END)) {
            kill();
        }
    }
}
