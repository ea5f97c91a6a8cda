package coach.cli;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.otlp.SavedTraceFile;

/** A file with one trace, which everybody may read: nothing in it is about the machine that it was recorded on. */
record Recording(Path file) {

    private static final List<String> OF_A_SERVICE = List.of("service.name", "service.instance.id", "telemetry.sdk.");
    private static final List<String> OF_A_CONNECTION =
            List.of("thread.", "network.", "client.", "user_agent.", "db.connection_string", "db.user");
    // Each start has other ports; and what eighty statements share need not be said eighty times.
    private static final List<String> OF_A_DATABASE = List.of("server.port", "peer.service", "db.operation");

    TraceTree tree() {
        return TraceTree.of(SavedTraceFile.read(file).get(0));
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    /** Returns the same trace without what is about the machine. */
    String neutral() throws IOException {
        TracesData.Builder data = OtlpJson.read(Files.readAllBytes(file)).toBuilder();
        data.getResourceSpansBuilderList().forEach(Recording::strip);
        return OtlpJson.write(data) + "\n";
    }

    void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void strip(ResourceSpans.Builder spans) {
        List<KeyValue> kept = only(startsWith(OF_A_SERVICE), spans.getResource().getAttributesList());
        spans.setResource(Resource.newBuilder().addAllAttributes(kept));
        spans.getScopeSpansBuilderList().stream()
                .map(ScopeSpans.Builder::getSpansBuilderList)
                .forEach(all -> all.forEach(Recording::strip));
    }

    private static void strip(Span.Builder span) {
        boolean isOfADatabase =
                span.getAttributesList().stream().map(KeyValue::getKey).anyMatch("db.system"::equals);
        Predicate<String> left =
                startsWith(OF_A_CONNECTION).or(isOfADatabase ? startsWith(OF_A_DATABASE) : key -> false);
        List<KeyValue> kept = only(left.negate(), span.getAttributesList());
        span.clearFlags().clearAttributes().addAllAttributes(kept);
    }

    private static List<KeyValue> only(Predicate<String> keys, List<KeyValue> attributes) {
        return attributes.stream()
                .filter(attribute -> keys.test(attribute.getKey()))
                .toList();
    }

    private static Predicate<String> startsWith(List<String> beginnings) {
        return key -> beginnings.stream().anyMatch(key::startsWith);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
