package coach.zipkin;

import coach.store.EncodedTrace;
import coach.store.TraceStore;
import coach.trace.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zipkin2.DependencyLink;
import zipkin2.Endpoint;
import zipkin2.internal.DependencyLinker;
import zipkin2.storage.QueryRequest;

/**
 * Answers Zipkin's questions from the store, as Zipkin's own storage in memory would.
 *
 * <p>A trace is decoded only when it may be part of the answer, and let go before the next one.
 */
final class ZipkinQueries {

    private static final String HIGH_ZEROS = "0".repeat(16);
    private static final int LOW_DIGITS = 16;
    private static final long NANOS = 1_000_000;
    private static final long MICROS = 1_000;

    private final TraceStore store;

    ZipkinQueries(TraceStore store) {
        this.store = store;
    }

    List<String> services() {
        return store.encoded().stream()
                .flatMap(trace -> services(trace).stream())
                .distinct()
                .sorted()
                .toList();
    }

    List<String> spanNames(String service) {
        return namesIn(service, span -> span.name().toLowerCase(Locale.ROOT));
    }

    List<String> remoteServices(String service) {
        return namesIn(service, span -> {
            Endpoint remote = Endpoints.remote(span);
            return remote == null ? "" : remote.serviceName();
        });
    }

    private List<String> namesIn(String service, Function<Span, String> name) {
        String wanted = service.toLowerCase(Locale.ROOT);
        return store.encoded().stream()
                .filter(trace -> services(trace).contains(wanted))
                .flatMap(trace -> trace.decoded().spans().stream())
                .filter(span -> span.service().toLowerCase(Locale.ROOT).equals(wanted))
                .map(name)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The newest that it asks for; found one by one, while they are read. */
    Stream<List<zipkin2.Span>> traces(QueryRequest request) {
        return since(request.endTs() - request.lookback())
                .filter(trace ->
                        request.serviceName() == null || services(trace).contains(request.serviceName()))
                .map(trace -> ZipkinSpans.of(trace.decoded()))
                .filter(request::test)
                .limit(request.limit());
    }

    /** @param id as Zipkin writes it: 16 digits when the other 16 are zeros; empty when it isn't there */
    List<zipkin2.Span> trace(String id) {
        String whole = id.length() == LOW_DIGITS ? HIGH_ZEROS + id : id;
        return store.find(whole).map(ZipkinSpans::of).orElse(List.of());
    }

    Stream<List<zipkin2.Span>> traces(Set<String> ids) {
        return ids.stream().map(this::trace).filter(trace -> !trace.isEmpty());
    }

    List<DependencyLink> dependencies(long endMillis, long lookback) {
        DependencyLinker linker = new DependencyLinker();
        since(endMillis - lookback)
                .map(trace -> ZipkinSpans.of(trace.decoded()))
                .filter(trace ->
                        trace.stream().anyMatch(span -> isWithin(endMillis - lookback, millis(span), endMillis)))
                .forEach(linker::putTrace);
        return linker.link();
    }

    private static boolean isWithin(long first, long time, long last) {
        return first <= time && time <= last;
    }

    private static long millis(zipkin2.Span span) {
        return span.timestampAsLong() / MICROS;
    }

    /** Those of which a span started then or later. */
    private Stream<EncodedTrace> since(long millis) {
        return store.encoded().stream().takeWhile(trace -> Long.divideUnsigned(trace.latestStart(), NANOS) >= millis);
    }

    private static Set<String> services(EncodedTrace trace) {
        return trace.origins().stream()
                .map(origin -> origin.service().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
