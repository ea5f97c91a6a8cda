package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;
import zipkin2.Span;
import zipkin2.storage.InMemoryStorage;
import zipkin2.storage.QueryRequest;

/** Holds the answers against those of the storage in memory that Zipkin's library has. */
class ZipkinQueriesTest {

    private static final long NOON_MILLIS = SampleSpan.NOON / 1_000_000;
    private static final int TRACES = 200;
    private static final int ALL = 1_000;

    private final TraceStore store = new TraceStore();
    private final ZipkinQueries queries = new ZipkinQueries(store);
    private final InMemoryStorage zipkin = InMemoryStorage.newBuilder().build();

    @Test
    void knowsZipkinsServices() throws IOException {
        keepOddTraces();

        assertThat(queries.services())
                .containsExactlyElementsOf(zipkin.getServiceNames().execute());
    }

    @ParameterizedTest
    @ValueSource(strings = {"beer-donut-app", "Score-Service", "unknown_service", "nobody", ""})
    void knowsZipkinsNamesOfAService(String service) throws IOException {
        keepOddTraces();

        assertThat(queries.spanNames(service))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(
                        zipkin.getSpanNames(service).execute());
        assertThat(queries.remoteServices(service))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(
                        zipkin.getRemoteServiceNames(service).execute());
    }

    @ParameterizedTest
    @MethodSource("searches")
    void findsTheTracesThatZipkinFinds(QueryRequest search) throws IOException {
        keepOddTraces();

        assertThat(queries.traces(search).map(Set::copyOf))
                .containsExactlyElementsOf(zipkin.getTraces(search).execute().stream()
                        .map(Set::copyOf)
                        .toList());
    }

    static Stream<QueryRequest> searches() {
        return Stream.of(
                        search(),
                        search().lookback(100_000),
                        search().lookback(Long.MAX_VALUE),
                        search().endTs(NOON_MILLIS - 100_000).lookback(50_000),
                        search().serviceName("score-SERVICE"),
                        search().serviceName("score-service").lookback(90_000),
                        search().serviceName("beer-donut-app").remoteServiceName("score-service"),
                        search().serviceName("menu").spanName("get"),
                        search().spanName("GET /pair/beer"),
                        search().parseAnnotationQuery("error"),
                        search().parseAnnotationQuery("beer=ipa and otel.status_code=ERROR"),
                        search().minDuration(500_000L),
                        search().minDuration(1L).maxDuration(1L),
                        search().serviceName("nobody"),
                        search().limit(7),
                        search().serviceName("menu").limit(3))
                .map(QueryRequest.Builder::build);
    }

    private static QueryRequest.Builder search() {
        return QueryRequest.newBuilder().endTs(NOON_MILLIS).lookback(86_400_000).limit(ALL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50_000, 86_400_000})
    void countsTheCallsThatZipkinCounts(long lookback) throws IOException {
        keepOddTraces();

        assertThat(queries.dependencies(NOON_MILLIS, lookback))
                .containsExactlyInAnyOrderElementsOf(
                        zipkin.getDependencies(NOON_MILLIS, lookback).execute());
    }

    @Test
    void findsEachTraceByTheIdThatZipkinGivesIt() throws IOException {
        keepOddTraces();

        for (List<Span> trace : zipkin.getTraces(search().build()).execute()) {
            assertThat(queries.trace(trace.get(0).traceId())).containsExactlyInAnyOrderElementsOf(trace);
        }
    }

    private void keepOddTraces() throws IOException {
        for (Trace trace : new OddSpans(9_411).traces(TRACES, SampleSpan.NOON)) {
            keep(trace);
        }
    }

    private void keep(Trace trace) throws IOException {
        store.add(trace.toOtlp().getResourceSpansList());
        zipkin.accept(ZipkinSpans.of(trace)).execute();
    }
}
