package coach.bar;

import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A real redis-server on a free port of its own. */
public final class EmbeddedRedis implements AutoCloseable {

    private final List<RedisBinary> binaries;
    private final Path log;
    private final OutputListener listener;
    private final int port = Ports.free();
    private ManagedProcess part;
    private boolean closed;

    public EmbeddedRedis(List<RedisBinary> binaries, Path log, OutputListener listener) {
        this.binaries = binaries;
        this.log = log;
        this.listener = listener;
    }

    /**
     * Starts the first of the binaries that answers here, and waits until it does. It starts empty and keeps nothing on disk.
     *
     * @throws UserError when none of them runs on this system
     */
    public void start() {
        start(process -> {});
    }

    /** @param started hears of each process as soon as it runs, so that a crash leaves none that nobody knows */
    void start(Consumer<ProcessHandle> started) {
        List<String> troubles = new ArrayList<>();
        for (RedisBinary binary : binaries) {
            try {
                launch(binary, started);
                part.await(redis()::answers);
                return;
            } catch (UserError e) {
                if (isClosed()) {
                    throw e;
                }
                troubles.add("  " + binary.name() + ": " + e.getMessage());
                closePart();
            }
        }
        throw new UserError(String.join(
                System.lineSeparator(),
                "No Redis runs on this system. These were tried:",
                String.join(System.lineSeparator(), troubles),
                "Install one, or say where one runs, as in REDIS_URL=redis://localhost:6379"));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void launch(RedisBinary binary, Consumer<ProcessHandle> started) {
        if (closed) {
            throw new UserError("Redis was stopped while it started.");
        }
        part = ManagedProcess.start(
                "redis",
                List.of(
                        binary.file().toString(),
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
        started.accept(part.process());
    }

    public Redis redis() {
        return Redis.at("redis://localhost:" + port);
    }

    public ManagedProcess part() {
        return part;
    }

    /** Ends it at once, as a crash would; all that it knew is gone. {@link #start()} starts an empty one at its address. */
    public void kill() {
        part.kill();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closePart();
    }

    private synchronized void closePart() {
        if (part != null) {
            part.close();
        }
    }
}
