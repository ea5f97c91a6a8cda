package traces.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** A receiver in a process of its own, and what that process has used. */
final class Peer implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofSeconds(120);

    private final Process process;
    private final Duration timeToReady;

    private Peer(Process process, Duration timeToReady) {
        this.process = process;
        this.timeToReady = timeToReady;
    }

    /**
     * Starts it and waits until it takes an empty export.
     *
     * @param endpoint where it receives
     * @param contentType of what it receives
     */
    static Peer start(List<String> command, Map<String, String> env, URI endpoint, String contentType, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(env);
        long start = System.nanoTime();
        Process process = builder.start();
        while (!takes(endpoint, contentType)) {
            if (process.waitFor(2, TimeUnit.MILLISECONDS) || System.nanoTime() - start > TIME_TO_START.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("did not become ready; see " + log);
            }
        }
        return new Peer(process, Duration.ofNanos(System.nanoTime() - start));
    }

    private static boolean takes(URI endpoint, String contentType) throws InterruptedException {
        HttpRequest empty = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(empty, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    < 300;
        } catch (IOException e) {
            return false;
        }
    }

    Duration timeToReady() {
        return timeToReady;
    }

    /** Of all its threads, since it started. */
    Duration cpu() {
        OSProcess now = now();
        return Duration.ofMillis(now.getUserTime() + now.getKernelTime());
    }

    /** Resident, in bytes. */
    long memory() {
        return now().getResidentMemory();
    }

    private OSProcess now() {
        return new SystemInfo().getOperatingSystem().getProcess((int) process.pid());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
