package coach.bar;

import coach.bar.database.Secret;
import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a real redis-server on a free port. Its counters and its errors are part of the course, so no Redis in Java
 * would do.
 *
 * <p>The embedded-redis library only unpacks the binary: the process is the coach's own, with a log and an end like the
 * others.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private final List<RedisBinary> binaries;
    private final Path log;
    private final OutputListener listener;
    private final int port = Ports.free();
    private final String password = Secret.make();
    private ManagedProcess process;
    private boolean closed;

    /** @param folder the folder into which a binary is unpacked */
    public EmbeddedRedis(Path folder, Path log, OutputListener listener) {
        this(RedisBinary.all(folder), log, listener);
    }

    EmbeddedRedis(List<RedisBinary> binaries, Path log, OutputListener listener) {
        this.binaries = binaries;
        this.log = log;
        this.listener = listener;
    }

    /**
     * Starts the first binary that runs on this system, and waits until it answers. It starts empty and writes no
     * files.
     *
     * @throws UserError when no binary runs on this system
     */
    public void start() {
        start(process -> {});
    }

    /** @param started receives each process as soon as it runs, so that {@code down} finds it after a crash */
    void start(Consumer<ProcessHandle> started) {
        List<String> errors = new ArrayList<>();
        for (RedisBinary binary : binaries) {
            try {
                start(binary, started);
                return;
            } catch (UserError e) {
                if (isClosed()) {
                    throw e;
                }
                errors.add("  " + binary.name() + ": " + e.getMessage());
                closeProcess();
            }
        }
        throw new UserError(String.join(
                System.lineSeparator(),
                "No Redis runs on this system. These were tried:",
                String.join(System.lineSeparator(), errors),
                "Install one, or say where one runs, as in REDIS_URL=redis://localhost:6379"));
    }

    private void start(RedisBinary binary, Consumer<ProcessHandle> started) {
        refuseOnceClosed();
        Path program = binary.file();
        // Its owner's alone, and gone as soon as it is read: on the command line everybody would see the password.
        try (PrivateFile settings =
                PrivateFile.of(RedisConfiguration.of(program).lines(password))) {
            launch(program, settings.path(), started);
            process.await(redis()::answers);
        }
    }

    private synchronized void refuseOnceClosed() {
        if (closed) {
            throw new UserError("Redis was stopped while it started.");
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void launch(Path program, Path settings, Consumer<ProcessHandle> started) {
        refuseOnceClosed();
        process = ManagedProcess.start(
                "redis",
                List.of(
                        program.toString(),
                        settings.toString(),
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no"),
                Map.of(),
                log,
                listener);
        started.accept(process.handle());
    }

    /** With its password. */
    public Redis redis() {
        return Redis.at("redis://:" + password + "@localhost:" + port);
    }

    public ManagedProcess process() {
        return process;
    }

    /**
     * Kills the process, as a crash would; its data are lost. {@link #start()} starts an empty one at the same address.
     */
    public void kill() {
        process.kill();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeProcess();
    }

    private synchronized void closeProcess() {
        if (process != null) {
            process.close();
        }
    }
}
