package accesslog.otlp;

import accesslog.input.WorkerOutput;
import accesslog.join.Connection;
import accesslog.join.Operation;
import accesslog.output.OperationFilter;
import accesslog.output.Pseudonyms;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Exports selected operations as traces, one a connection. */
public final class TraceExport implements AutoCloseable {

    private final SpanSender sender;
    private final URI uri;
    private final Pseudonyms pseudonyms;
    private final int top;
    private final String selection;
    /** Null where spans are sent as they come, because the log is followed and has no end. */
    private final SpanSpool spool;

    private final List<Worker> workers = new ArrayList<>();

    /**
     * The slowest so many are exported, or all where top is 0.
     *
     * @param selection what is exported, in words; empty for all
     */
    public TraceExport(URI endpoint, String service, Pseudonyms pseudonyms, int top, boolean live, String selection) {
        uri = traces(endpoint);
        sender = new SpanSender(uri, service);
        this.pseudonyms = pseudonyms;
        this.top = live ? 0 : top;
        this.selection = selection + (this.top == 0 ? "" : "\ntop " + top);
        spool = live ? null : new SpanSpool();
    }

    // "http://localhost:4318" -> "http://localhost:4318/v1/traces", as the variables of OpenTelemetry's SDKs are read
    static URI traces(URI endpoint) {
        String path = endpoint.getPath() == null ? "" : endpoint.getPath();
        return path.isEmpty() || path.equals("/") ? endpoint.resolve("/v1/traces") : endpoint;
    }

    /** One worker's part. */
    public WorkerOutput worker(OperationFilter filter) {
        Worker worker = new Worker(filter);
        workers.add(worker);
        return worker;
    }

    private void put(Span span) {
        if (spool == null) {
            sender.send(span);
        } else {
            spool.add(span);
        }
    }

    /** Sends what was read, and says first how much that is. True where the receiver took all of it. */
    public boolean send(PrintStream out) throws IOException {
        if (spool != null) {
            if (top > 0) {
                slowest(this::put);
            }
            out.printf(
                    Locale.ROOT,
                    "Sending %,d spans of %,d traces, %,d kB, to %s%n",
                    spool.spans(),
                    spool.traces(),
                    spool.bytes() / 1000,
                    uri);
            spool.forEach(sender::send);
        }
        sender.flush();
        out.printf(Locale.ROOT, "The receiver took %,d spans%n", sender.accepted());
        if (sender.refused() > 0) {
            out.printf(
                    Locale.ROOT,
                    "and did not take %,d: %s. Is it listening at %s?%n",
                    sender.refused(),
                    sender.why(),
                    uri);
        }
        return sender.refused() == 0;
    }

    private void slowest(Consumer<Span> consumer) {
        SpanFactory spans = new SpanFactory(pseudonyms, selection);
        List<Operation> all = new ArrayList<>();
        workers.forEach(worker -> all.addAll(worker.slowest));
        all.sort(SLOWEST_FIRST);
        Map<Connection, SentOperations> connections = new LinkedHashMap<>();
        for (Operation operation : all.subList(0, Math.min(top, all.size()))) {
            connections
                    .computeIfAbsent(operation.connection, connection -> new SentOperations())
                    .add(operation);
            consumer.accept(spans.of(operation));
        }
        connections.forEach((connection, sent) -> consumer.accept(spans.of(connection, sent)));
    }

    private static final Comparator<Operation> SLOWEST_FIRST =
            Comparator.comparingLong(Operation::work).reversed();

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }

    private final class Worker implements WorkerOutput {

        private final OperationFilter filter;
        private final SpanFactory spans = new SpanFactory(pseudonyms, selection);
        private final Map<Connection, SentOperations> traced = new IdentityHashMap<>();
        private final PriorityQueue<Operation> slowest = new PriorityQueue<>(Comparator.comparingLong(Operation::work));

        Worker(OperationFilter filter) {
            this.filter = filter;
        }

        @Override
        public void operation(Operation operation) {
            if (!filter.selects(operation)) {
                return;
            }
            if (top == 0) {
                traced.computeIfAbsent(operation.connection, connection -> new SentOperations())
                        .add(operation);
                put(spans.of(operation));
                return;
            }
            slowest.add(operation);
            if (slowest.size() > top) {
                slowest.remove();
            }
        }

        @Override
        public void closed(Connection connection) {
            SentOperations sent = traced.remove(connection);
            if (sent != null) {
                put(spans.of(connection, sent));
            }
        }

        @Override
        public void blockRead() {
            if (spool == null) {
                sender.flush();
            }
        }
    }
}
