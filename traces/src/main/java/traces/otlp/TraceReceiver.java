package traces.otlp;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import traces.model.PortUnavailable;
import traces.store.TraceStore;

/** Receives spans in OTLP over HTTP, as OpenTelemetry's SDKs, agents and collectors send them, for a store. */
public final class TraceReceiver implements AutoCloseable {

    /** Each thread handles one body at a time, which has arrived. */
    private static final int THREADS = 16;

    /** The bytes of all bodies that are arriving; a busy moment of many services takes a few megabytes. */
    private static final long ARRIVING = 16L * RequestBody.LIMIT;

    /**
     * The bytes that are decoded at a time: as many as the largest body has. Decoded they take about ten times their
     * size, and fifty times in an attack, with messages of two bytes each.
     */
    private static final int ROOM = RequestBody.LIMIT;

    /** The time that a body waits for room. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ExportHandler exports;
    private final Optional<OtlpForwarder> forwarding;
    private final Javalin web;

    private TraceReceiver(ExportHandler exports, Optional<OtlpForwarder> forwarding, Javalin web) {
        this.exports = exports;
        this.forwarding = forwarding;
        this.web = web;
    }

    /**
     * Opens a receiver.
     *
     * @param host the address to listen on; {@code localhost} for both loopback addresses
     * @param port 0 for any that is free
     * @param forwarding where else to send what arrives; closed with the receiver
     * @throws PortUnavailable when it cannot listen there
     * @throws InvalidForwarding when it would forward to itself
     */
    public static TraceReceiver open(String host, int port, TraceStore store, Optional<OtlpForwarder> forwarding) {
        return open(host, port, store, forwarding, line -> {});
    }

    /** @param log takes a line about each kind of export that is not kept as a whole */
    public static TraceReceiver open(
            String host, int port, TraceStore store, Optional<OtlpForwarder> forwarding, Consumer<String> log) {
        return open(host, port, store, forwarding, new Semaphore(ROOM, true), PATIENCE, log);
    }

    static TraceReceiver open(
            String host,
            int port,
            TraceStore store,
            Optional<OtlpForwarder> forwarding,
            Semaphore room,
            Duration patience) {
        return open(host, port, store, forwarding, room, patience, line -> {});
    }

    private static TraceReceiver open(
            String host,
            int port,
            TraceStore store,
            Optional<OtlpForwarder> forwarding,
            Semaphore room,
            Duration patience,
            Consumer<String> log) {
        if (forwarding.filter(onwards -> onwards.goesTo(port)).isPresent()) {
            throw new InvalidForwarding(
                    ForwardEndpoint.URL + " names port " + port
                            + ", where the trace receiver itself listens."
                            + " It should name another receiver, or be left out.",
                    null);
        }
        ExportHandler exports = new ExportHandler(store, forwarding, room, patience, log);
        try {
            Javalin web = Javalin.create(config -> configure(config, host, port, exports));
            return new TraceReceiver(exports, forwarding, web.start());
        } catch (UncheckedIOException e) {
            throw new PortUnavailable(
                    "The trace receiver cannot listen on %s:%s (%s). That port should be free."
                            .formatted(host, port, e.getCause().getMessage()),
                    e);
        }
    }

    private static void configure(JavalinConfig config, String host, int port, ExportHandler exports) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        // An answer is some bytes; OTLP leaves it to the server whether to zip them.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new MalformedRequestHandler());
            server.setHandler(new BodyCollector(ARRIVING));
            HttpConnectors.open(server, host, port);
        });
        OtlpRoutes.add(exports, config.routes);
    }

    public int port() {
        return web.port();
    }

    /** Refuses the next export of spans with that status. */
    void failOnce(int status) {
        exports.failOnce(status);
    }

    @Override
    public void close() {
        web.stop();
        forwarding.ifPresent(OtlpForwarder::close);
    }
}
