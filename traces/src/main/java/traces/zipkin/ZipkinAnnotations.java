package traces.zipkin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.trace.v1.Span.Event;
import traces.model.AttributeText;
import traces.model.Span;

/** Converts a span's events into Zipkin's annotations, each with a time and a text. */
final class ZipkinAnnotations {

    private ZipkinAnnotations() {}

    static void add(Span span, zipkin2.Span.Builder zipkin) {
        for (Event event : span.proto().getEventsList()) {
            zipkin.addAnnotation(time(event, span), text(event));
        }
    }

    /** Zipkin refuses a whole span when one of its annotations has no time. */
    private static long time(Event event, Span span) {
        long time = event.getTimeUnixNano() == 0 ? span.start() : event.getTimeUnixNano();
        return Math.max(1, Microseconds.of(time));
    }

    // retry with attempt=2 -> "retry":{"attempt":"2"}; without attributes -> retry; without a name, too -> "":{}
    private static String text(Event event) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        AttributeText.all(event.getAttributesList()).forEach(attributes::put);
        if (event.getDroppedAttributesCount() != 0) {
            attributes.put(ZipkinTags.DROPPED_ATTRIBUTES, Integer.toUnsignedString(event.getDroppedAttributesCount()));
        }
        if (attributes.isEmpty() && !event.getName().isEmpty()) {
            return event.getName();
        }
        return JsonNodeFactory.instance.textNode(event.getName()) + ":" + attributes;
    }
}
