package traces.zipkin;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import traces.otlp.UnusedPort;
import zipkin2.Span;
import zipkin2.codec.SpanBytesEncoder;

/** The real Zipkin, keeping its spans in memory, as a process of its own on this machine alone. */
public final class ZipkinServer implements AutoCloseable {

    private static final Path TARGET = Path.of("target");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    /**
     * In HTTP/1.1: an upgrade to HTTP/2 in the middle of a clear connection has gone wrong between Java and this
     * server.
     */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;

    private ZipkinServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it is ready, or skips the test where it has not been fetched. */
    public static ZipkinServer start() throws Exception {
        Path jar = TARGET.resolve("zipkin-server");
        Assumptions.assumeTrue(Files.exists(jar), "skipped: zipkin-server is fetched by mvn verify -Ppeers");
        int port = UnusedPort.find();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        Files.readString(jar).strip(),
                        "--armeria.ports[0].ip=127.0.0.1",
                        "--armeria.ports[0].port=" + port,
                        "--armeria.ports[0].protocols[0]=http"))
                .redirectErrorStream(true)
                .redirectOutput(TARGET.resolve("zipkin-server.log").toFile())
                .start();
        ZipkinServer server = new ZipkinServer(process, port);
        server.await("/health");
        return server;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Sends traces and waits until they are there. */
    public void keep(List<List<Span>> traces) throws Exception {
        for (List<Span> trace : traces) {
            send(trace);
        }
        for (List<Span> trace : traces) {
            await("/api/v2/trace/" + trace.get(0).traceId());
        }
    }

    private void send(List<Span> trace) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/v2/spans"))
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(SpanBytesEncoder.PROTO3.encodeList(trace)))
                .build();
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());
        if (reply.statusCode() != 202) {
            throw new IOException(reply.statusCode() + " " + reply.body());
        }
    }

    private void await(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path)).build();
        long start = System.nanoTime();
        while (!isThere(request)) {
            boolean ended = process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() - start > PATIENCE_NANOS) {
                close();
                throw new TimeoutException("no " + path + "; see " + TARGET.resolve("zipkin-server.log"));
            }
        }
    }

    private boolean isThere(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
