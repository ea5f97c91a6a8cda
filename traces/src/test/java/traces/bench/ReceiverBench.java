package traces.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.google.protobuf.ByteString;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.Span;
import traces.model.Trace;
import traces.otlp.OtlpJson;
import traces.otlp.UnusedPort;

/**
 * How many spans the receiver takes for a second of CPU, and in how much memory it keeps them, beside the real Zipkin server on
 * the same machine: {@code mvn verify -Pbench,peers}.
 *
 * <p>Both get a million spans, copies of a recorded {@code /pair/beer}, over the same four connections, each in its own
 * protobuf; both keep the newest hundred thousand. Nothing here is a test of speed: it is printed.
 */
class ReceiverBench {

    private static final long OFFERED = 1_000_000;
    private static final int KEPT = 100_000;
    private static final int CONNECTIONS = 4;
    private static final int TRACES_A_BATCH = 3;
    private static final Path TARGET = Path.of("target");
    private static final List<String> RESULTS = new ArrayList<>();

    private final int port = UnusedPort.find();
    private final int pagePort = UnusedPort.find();

    @ParameterizedTest
    @CsvSource({"coach", "zipkin-server", "coach", "zipkin-server"})
    void takesAMillionSpans(String name) throws Exception {
        boolean coach = name.equals("coach");
        URI endpoint = URI.create("http://localhost:" + port + (coach ? "/v1/traces" : "/api/v2/spans"));
        URI page = URI.create("http://localhost:" + (coach ? pagePort : port));
        Batch batch = coach ? Batch.otlp(recorded()) : Batch.zipkin(recorded());

        try (Peer peer = start(name, endpoint)) {
            long memoryBefore = peer.memory();
            Duration cpuBefore = peer.cpu();
            long start = System.nanoTime();
            long sent = send(batch, endpoint);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Duration cpu = peer.cpu().minus(cpuBefore);
            long memory = peer.memory();

            assertThat(sent).isGreaterThanOrEqualTo(OFFERED);
            assertThat(kept(page)).isBetween(KEPT * 99L / 100, (long) KEPT);
            RESULTS.add("%-36s %7.2f s %9d %9.1f s %12d %8d MB %8d MB"
                    .formatted(
                            name,
                            peer.timeToReady().toMillis() / 1e3,
                            sent * 1000 / took.toMillis(),
                            cpu.toMillis() / 1e3,
                            sent * 1000 / cpu.toMillis(),
                            memoryBefore >> 20,
                            memory >> 20));
        }
    }

    @AfterAll
    static void print() {
        System.out.printf(
                "%n%-36s %9s %9s %11s %12s %11s %11s%n",
                "a million spans, 100,000 kept", "ready in", "spans/s", "CPU", "spans/CPU s", "idle", "after");
        RESULTS.forEach(System.out::println);
    }

    private Peer start(String name, URI endpoint) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path log = TARGET.resolve("bench-" + name.replaceAll("\\W+", "-") + ".log");
        if (name.equals("coach")) {
            String classpath = TARGET.resolve("test-classes")
                    + File.pathSeparator
                    + TARGET.resolve("classes")
                    + File.pathSeparator
                    + Files.readString(TARGET.resolve("classpath")).strip();
            // As ./workshop starts it.
            List<String> command = List.of(
                    java,
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    classpath,
                    "traces.bench.ReceiverAlone",
                    "" + port,
                    "" + pagePort,
                    "" + KEPT);
            return Peer.start(command, Map.of(), endpoint, "application/x-protobuf", log);
        }
        List<String> command = List.of(
                java, "-jar", Files.readString(TARGET.resolve("zipkin-server")).strip());
        return Peer.start(
                command,
                Map.of("QUERY_PORT", "" + port, "MEM_MAX_SPANS", "" + KEPT),
                endpoint,
                "application/x-protobuf",
                log);
    }

    private static long send(Batch batch, URI endpoint) throws Exception {
        AtomicLong number = new AtomicLong();
        long batches = (OFFERED + batch.spans() - 1) / batch.spans();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Long>> senders = LongStream.range(0, CONNECTIONS)
                    .mapToObj(connection -> threads.submit(() -> {
                        HttpClient http = HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .build();
                        long sent = 0;
                        for (long next = number.getAndIncrement(); next < batches; next = number.getAndIncrement()) {
                            send(http, endpoint, batch.with(next));
                            sent += batch.spans();
                        }
                        return sent;
                    }))
                    .toList();
            long sent = 0;
            for (Future<Long> sender : senders) {
                sent += sender.get();
            }
            return sent;
        } finally {
            threads.shutdown();
        }
    }

    private static void send(HttpClient http, URI endpoint, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        assertThat(status).isBetween(200, 299);
    }

    /** How many spans it has, as its own API shows them. */
    private static long kept(URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/api/v2/traces?limit=100000&lookback="
                        + Duration.ofDays(3_650).toMillis()))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream json = response.body();
                JsonParser parser = new JsonFactory().createParser(json)) {
            long spans = 0;
            while (parser.nextToken() != null) {
                spans += "traceId".equals(parser.currentName())
                                && parser.currentToken().isScalarValue()
                        ? 1
                        : 0;
            }
            return spans;
        }
    }

    /** The same recorded trace, three times over under different ids. */
    private static List<Trace> recorded() throws IOException {
        byte[] json = Files.readAllBytes(Path.of("src/test/resources/traces/pair-ipa.json"));
        Trace trace = Trace.of(OtlpJson.read(json)).get(0);
        return LongStream.rangeClosed(1, TRACES_A_BATCH)
                .mapToObj(copy -> withId(trace, copy))
                .toList();
    }

    private static Trace withId(Trace trace, long number) {
        byte[] id = new byte[16];
        Arrays.fill(id, (byte) (0xB0 + number));
        ByteString traceId = ByteString.copyFrom(id);
        return new Trace(
                HexFormat.of().formatHex(id),
                trace.spans().stream()
                        .map(span -> new Span(
                                span.proto().toBuilder().setTraceId(traceId).build(), span.origin()))
                        .toList());
    }
}
