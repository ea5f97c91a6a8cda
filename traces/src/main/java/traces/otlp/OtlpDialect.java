package traces.otlp;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.util.Map;
import java.util.Set;

/**
 * The other names that clients give to OTLP's fields: those of its first versions, those in snake case, as protobuf's
 * tools write them, and that of Tempo.
 */
final class OtlpDialect {

    private static final Map<String, String> FIELDS = Map.of(
            "resource_spans", "resource_spans",
            "batches", "resource_spans",
            "scope_spans", "scope_spans",
            "instrumentationLibrarySpans", "scope_spans",
            "instrumentation_library_spans", "scope_spans",
            "instrumentationLibrary", "scope",
            "instrumentation_library", "scope");

    private static final Set<Descriptor> STRUCTURE = Set.of(ResourceSpans.getDescriptor(), ScopeSpans.getDescriptor());

    private static final Map<String, String> OWNERS = Map.of(
            "resourceLogs", "logs, which go to /v1/logs",
            "resource_logs", "logs, which go to /v1/logs",
            "resourceMetrics", "metrics, which go to /v1/metrics",
            "resource_metrics", "metrics, which go to /v1/metrics",
            "data", "Jaeger's JSON",
            "traceEvents", "Chrome's trace events");

    private OtlpDialect() {}

    /**
     * Returns the field that another name stands for; null where there is none.
     *
     * @param spoken whether a name above was of another dialect too: below, OTLP itself ignores names in snake case
     */
    static FieldDescriptor field(Descriptor type, String name, boolean spoken) {
        FieldDescriptor field = type.findFieldByName(FIELDS.getOrDefault(name, spoken ? name : ""));
        return field;
    }

    /** Returns the field of a message that leads to the spans; null where the message is within a span. */
    static FieldDescriptor towardsSpans(Descriptor type) {
        FieldDescriptor spans = type.findFieldByName("resource_spans");
        return spans != null || !STRUCTURE.contains(type)
                ? spans
                : type.getFields().stream()
                        .filter(field -> field.getName().endsWith("spans"))
                        .findFirst()
                        .orElseThrow();
    }

    /** Says what a name is that leads to no span: {@code It has 'data' (Jaeger's JSON), where OTLP has …}. */
    static String foreign(String seen, FieldDescriptor expected) {
        String owner = OWNERS.containsKey(seen) ? " (" + OWNERS.get(seen) + ")" : "";
        return "This is not OTLP's JSON for traces: it has '%s'%s where OTLP has '%s', and is left out there."
                .formatted(seen, owner, expected.getJsonName());
    }
}
