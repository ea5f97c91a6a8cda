package coach.bar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** A real redis-server on a free port, from the binaries that the embedded-redis library carries. */
public final class EmbeddedRedis implements AutoCloseable {

    private final Path binary;
    private final int port;
    private final Path log;
    private final Listener listener;
    private Part part;

    private EmbeddedRedis(Path binary, int port, Path log, Listener listener) {
        this.binary = binary;
        this.port = port;
        this.log = log;
        this.listener = listener;
    }

    /**
     * Starts one; it keeps nothing on disk but its own binary.
     *
     * @param folder for the binary
     * @throws CannotOpen when there is no binary for this system
     */
    static EmbeddedRedis start(Path folder, Path log, Listener listener) {
        try {
            Files.createDirectories(folder);
            Path binary = ExecutableProvider.newJarResourceProvider(folder.toFile())
                    .get()
                    .toPath();
            EmbeddedRedis redis = new EmbeddedRedis(binary, Ports.free(), log, listener);
            redis.start();
            return redis;
        } catch (IOException | RuntimeException e) {
            throw new CannotOpen(
                    "The Redis that the workshop carries does not run on this system: " + e.getMessage()
                            + System.lineSeparator()
                            + "Start a Redis of your own and say where it is, as in REDIS_URL=redis://localhost:6379",
                    e);
        }
    }

    private void start() {
        List<String> command = List.of(
                binary.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                binary.getParent().toString(),
                "--save",
                "",
                "--appendonly",
                "no");
        part = Part.start("redis", command, Map.of(), log, listener);
    }

    Redis redis() {
        return Redis.at("redis://localhost:" + port);
    }

    Part part() {
        return part;
    }

    void awaitAnswer() {
        part.await(redis()::answers);
    }

    /** Ends at once, as a crash would; all that it knew is gone. */
    public void kill() {
        part.kill();
    }

    /** A new one, empty, at the address of the old. */
    public void startAgain() {
        start();
        awaitAnswer();
    }

    @Override
    public void close() {
        part.close();
    }
}
