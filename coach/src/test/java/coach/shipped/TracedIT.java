package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Bar;
import coach.course.check.ServiceClient;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.Span;
import traces.model.Trace;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.store.TraceStore;

/** What the real javaagent says of the real services, through the real receiver. */
@ResourceLock(ShippedBarTest.TRACED)
class TracedIT {

    private static final Duration TIME_TO_ARRIVE = Duration.ofSeconds(20);

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.traced();

    /**
     * <pre>
     *   SERVER GET /pair/beer
     *   ├─ INTERNAL SELECT Beer     ── CLIENT SELECT Beer
     *   ├─ INTERNAL SELECT Tasting  ── CLIENT SELECT Tasting
     *   ├─ 80 × CLIENT SELECT Donut
     *   └─ 80 × CLIENT SELECT donut_flavour
     * </pre>
     */
    @Test
    void showsEachStatementThatTheDatabaseCounted() throws Exception {
        bar.bar().database().countFromZero();
        TraceTree tree = traceOf(bar.app(), "/pair/beer?name=ipa");
        int counted = countedByTheDatabase(bar.bar());

        assertThat(counted).isEqualTo(162);
        assertThat(spans(tree, SpanKind.SPAN_KIND_CLIENT)).hasSize(counted);
        assertThat(spans(tree, SpanKind.SPAN_KIND_SERVER))
                .extracting(Span::name)
                .containsExactly("GET /pair/beer");
    }

    @Test
    void findsTheStatementsThatRepeat() throws Exception {
        List<String> findings = Findings.of(traceOf(bar.app(), "/pair/beer?name=stout")).stream()
                .map(Finding::sentence)
                .toList();

        assertThat(findings).anySatisfy(sentence -> assertThat(sentence).contains("76", "from donut "));
        assertThat(findings).anySatisfy(sentence -> assertThat(sentence).contains("76", "from donut_flavour"));
    }

    @Test
    void findsNoStatementThatRepeats_whereNoneDoes() throws Exception {
        assertThat(Findings.of(traceOf(bar.app(), "/beer/ipa")))
                .extracting(Finding::kind)
                .doesNotContain("repeated-query");
    }

    /** The service that speaks B3 alone starts a trace of its own, whatever traceparent it gets. */
    @Test
    void showsEachKeyThatTheScoreServiceReads() throws Exception {
        long seen = bar.bar().traces().growths();
        assertThat(bar.scores().get("/match?beer=ipa").status()).isEqualTo(200);

        TraceTree tree = await(seen, trace -> nameOfRoot(trace).equals("GET /match"));

        assertThat(spans(tree, SpanKind.SPAN_KIND_CLIENT))
                .hasSizeGreaterThan(80)
                .allSatisfy(span -> {
                    assertThat(span.database()).contains("redis");
                    assertThat(span.service()).isEqualTo("score-service");
                });
    }

    @Test
    void keepsEachRequestsSpansApart_whenManyComeAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<TraceTree>> trees = IntStream.range(0, 24)
                    .mapToObj(i -> threads.submit(() -> traceOf(bar.app(), "/donut/maple-bacon")))
                    .toList();

            for (Future<TraceTree> tree : trees) {
                assertThat(spans(tree.get(), SpanKind.SPAN_KIND_SERVER)).hasSize(1);
                assertThat(spans(tree.get(), SpanKind.SPAN_KIND_CLIENT)).hasSize(2);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Asks with a trace id of its own, and waits for that trace. */
    private static TraceTree traceOf(ServiceClient service, String path) throws InterruptedException {
        long seen = bar.bar().traces().growths();
        String traceId = ServiceClient.newTraceId();
        assertThat(service.getTraced(path, traceId).status()).isEqualTo(200);
        return await(seen, trace -> trace.id().equals(traceId) && hasServer(trace));
    }

    private static boolean hasServer(Trace trace) {
        // The SERVER span ends last, and is exported last.
        return trace.spans().stream().anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_SERVER);
    }

    private static String nameOfRoot(Trace trace) {
        return trace.spans().stream()
                .filter(span -> span.parentId().isEmpty())
                .map(Span::name)
                .findFirst()
                .orElse("");
    }

    private static TraceTree await(long seen, Predicate<Trace> wanted) throws InterruptedException {
        TraceStore traces = bar.bar().traces();
        long deadline = System.nanoTime() + TIME_TO_ARRIVE.toNanos();
        for (long growths = seen; System.nanoTime() < deadline; ) {
            List<Trace> found = traces.newest(60).stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                return TraceTree.of(found.get(0));
            }
            growths = traces.awaitGrowth(growths, Duration.ofSeconds(1));
        }
        throw new AssertionError("the trace did not arrive within " + TIME_TO_ARRIVE.toSeconds() + " s; traces here: "
                + traces.traces());
    }

    private static List<Span> spans(TraceTree tree, SpanKind kind) {
        return tree.nodes().stream()
                .map(TraceNode::span)
                .flatMap(span -> span.stream())
                .filter(span -> span.kind() == kind)
                .toList();
    }

    private static int countedByTheDatabase(Bar bar) throws SQLException {
        return bar.database().statements().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
