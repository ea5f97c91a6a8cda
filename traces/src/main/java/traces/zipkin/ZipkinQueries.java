package traces.zipkin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import traces.model.Span;
import traces.model.SpanOrigin;
import traces.store.EncodedTrace;
import traces.store.TraceStore;
import zipkin2.DependencyLink;
import zipkin2.Endpoint;
import zipkin2.internal.DependencyLinker;
import zipkin2.storage.QueryRequest;

/**
 * Answers Zipkin's queries from the store, as Zipkin's in-memory storage would.
 *
 * <p>Decodes a trace only when it may be part of the answer, and one at a time.
 */
final class ZipkinQueries {

    private static final String HIGH_ZEROS = "0".repeat(16);
    private static final int LOW_DIGITS = 16;

    private final TraceStore store;

    ZipkinQueries(TraceStore store) {
        this.store = store;
    }

    List<String> services() {
        return store.encoded().stream()
                .flatMap(trace -> trace.origins().stream())
                .distinct()
                .map(ZipkinQueries::service)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> spanNames(String service) {
        return namesIn(service, span -> span.name().toLowerCase(Locale.ROOT));
    }

    List<String> remoteServices(String service) {
        return namesIn(service, span -> {
            Endpoint remote = ZipkinEndpoints.remote(span);
            return remote == null ? "" : remote.serviceName();
        });
    }

    private List<String> namesIn(String service, Function<Span, String> name) {
        String wanted = service.toLowerCase(Locale.ROOT);
        return store.encoded().stream()
                .filter(crosses(wanted))
                .flatMap(trace -> trace.decoded().spans().stream())
                .filter(span -> service(span.origin()).equals(wanted))
                .map(name)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the newest traces that match; each is found while the stream is read. */
    Stream<List<zipkin2.Span>> traces(QueryRequest request) {
        return between(request.endTs() - request.lookback(), request.endTs())
                .filter(request.serviceName() == null ? trace -> true : crosses(request.serviceName()))
                .map(trace -> ZipkinSpans.of(trace.decoded()))
                .filter(request::test)
                .limit(request.limit());
    }

    /**
     * Returns the spans of a trace; none where the store doesn't have it.
     *
     * @param id as Zipkin writes it: 16 digits where the first 16 of 32 are zeros
     */
    List<zipkin2.Span> trace(String id) {
        String whole = id.length() == LOW_DIGITS ? HIGH_ZEROS + id : id;
        return store.find(whole).map(ZipkinSpans::of).orElse(List.of());
    }

    Stream<List<zipkin2.Span>> traces(Set<String> ids) {
        return ids.stream().map(this::trace).filter(trace -> !trace.isEmpty());
    }

    List<DependencyLink> dependencies(long endMillis, long lookback) {
        DependencyLinker linker = new DependencyLinker();
        between(endMillis - lookback, endMillis)
                .map(trace -> ZipkinSpans.of(trace.decoded()))
                .forEach(linker::putTrace);
        return linker.link();
    }

    /** Returns the traces with a span that started in this period, newest first by the last such start. */
    private Stream<EncodedTrace> between(long firstMillis, long lastMillis) {
        record Found(long start, EncodedTrace trace) {}
        Comparator<Found> byStart = Comparator.comparingLong(Found::start);
        // Zipkin orders traces of one millisecond so.
        Comparator<Found> byStartThenById =
                byStart.thenComparing(found -> found.trace().id().substring(LOW_DIGITS));
        return store.encoded().stream()
                .map(trace -> new Found(trace.latestStart(lastMillis), trace))
                .filter(found -> found.start() >= 0 && found.start() >= firstMillis)
                .sorted(byStartThenById.reversed())
                .map(Found::trace);
    }

    /**
     * Tells which traces have a span of this service; caches the name of each origin, because traces share few origins.
     */
    private static Predicate<EncodedTrace> crosses(String service) {
        Map<SpanOrigin, String> services = new HashMap<>();
        return trace -> trace.origins().stream()
                .anyMatch(origin ->
                        services.computeIfAbsent(origin, ZipkinQueries::service).equals(service));
    }

    /** Returns the service name in lower case, as Zipkin writes it. */
    private static String service(SpanOrigin origin) {
        return origin.service().toLowerCase(Locale.ROOT);
    }
}
