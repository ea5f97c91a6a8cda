package traces.zipkin;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.List;
import java.util.Map;
import traces.model.AttributeText;
import traces.model.Span;

/** Converts attributes, and other values without a field of their own in Zipkin, into tags. */
final class ZipkinTags {

    static final String DROPPED_ATTRIBUTES = "otel.dropped_attributes_count";

    /** A span with this tag has failed, whatever the value. */
    private static final String ERROR = "error";

    /** The attributes of a resource that tell two programs of one name apart. */
    private static final List<String> OF_RESOURCE =
            List.of("service.namespace", "service.version", "service.instance.id");

    private final Map<String, String> tags;
    private final Span span;

    private ZipkinTags(Span span) {
        this.span = span;
        this.tags = AttributeText.all(span.proto().getAttributesList());
        // An empty name is not allowed, and Zipkin's binary form cannot hold it.
        tags.remove("");
    }

    static Map<String, String> of(Span span) {
        ZipkinTags tags = new ZipkinTags(span);
        tags.addStatus();
        tags.addScope();
        tags.addResource();
        tags.addDropped();
        return tags.tags;
    }

    private void addStatus() {
        Status status = span.proto().getStatus();
        String attribute = tags.remove(ERROR);
        if (status.getCode() == StatusCode.STATUS_CODE_OK) {
            tags.put("otel.status_code", "OK");
        }
        if (span.isError()) {
            boolean attributeSaysMore = status.getMessage().isEmpty() && attribute != null;
            tags.put("otel.status_code", "ERROR");
            tags.put(ERROR, attributeSaysMore ? attribute : status.getMessage());
        }
    }

    /** Adds the library's name and version twice, as older readers expect. */
    private void addScope() {
        InstrumentationScope scope = span.origin().scope();
        putUnlessEmpty("otel.scope.name", scope.getName());
        putUnlessEmpty("otel.library.name", scope.getName());
        putUnlessEmpty("otel.scope.version", scope.getVersion());
        putUnlessEmpty("otel.library.version", scope.getVersion());
        AttributeText.all(scope.getAttributesList()).forEach(tags::putIfAbsent);
    }

    private void addResource() {
        Map<String, String> resource =
                AttributeText.all(span.origin().resource().getAttributesList());
        resource.keySet().retainAll(OF_RESOURCE);
        resource.forEach(tags::putIfAbsent);
    }

    private void addDropped() {
        putUnlessZero(DROPPED_ATTRIBUTES, span.proto().getDroppedAttributesCount());
        putUnlessZero("otel.dropped_events_count", span.proto().getDroppedEventsCount());
        putUnlessZero("otel.dropped_links_count", span.proto().getDroppedLinksCount());
    }

    private void putUnlessEmpty(String key, String value) {
        if (!value.isEmpty()) {
            tags.put(key, value);
        }
    }

    private void putUnlessZero(String key, int count) {
        if (count != 0) {
            tags.put(key, Integer.toUnsignedString(count));
        }
    }
}
