package traces.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes OTLP's attributes as text: a simple value as it is, a list or a map as JSON. */
public final class AttributeText {

    /**
     * Values nest, and real ones not deeper. Protobuf's own reader stops at a hundred messages, which is fifty values.
     */
    private static final int DEEPEST = 60;

    private AttributeText() {}

    /** Finds the first attribute of a name. */
    public static Optional<String> find(List<KeyValue> attributes, String key) {
        // A loop, because a trace of 100,000 spans is asked a million times.
        for (KeyValue attribute : attributes) {
            if (attribute.getKey().equals(key)) {
                return Optional.of(text(attribute.getValue()));
            }
        }
        return Optional.empty();
    }

    /** Returns all attributes in their order; of two with the same name, the first. */
    public static Map<String, String> all(List<KeyValue> attributes) {
        Map<String, String> all = new LinkedHashMap<>();
        attributes.forEach(attribute -> all.putIfAbsent(attribute.getKey(), text(attribute.getValue())));
        return all;
    }

    // "ipa" -> ipa, 42 -> 42, ["a", 1] -> ["a",1], bytes -> base64
    public static String text(AnyValue value) {
        if (value.hasStringValue()) {
            return value.getStringValue();
        }
        JsonNode json = json(value, 0);
        return json.isContainerNode() ? json.toString() : json.asText();
    }

    private static JsonNode json(AnyValue value, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (depth > DEEPEST) {
            return json.textNode("…");
        }
        return switch (value.getValueCase()) {
            case STRING_VALUE -> json.textNode(value.getStringValue());
            case BOOL_VALUE -> json.booleanNode(value.getBoolValue());
            case INT_VALUE -> json.numberNode(value.getIntValue());
            case DOUBLE_VALUE -> json.numberNode(value.getDoubleValue());
            case BYTES_VALUE ->
                json.textNode(
                        Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()));
            case ARRAY_VALUE -> {
                ArrayNode array = json.arrayNode();
                value.getArrayValue().getValuesList().forEach(element -> array.add(json(element, depth + 1)));
                yield array;
            }
            case KVLIST_VALUE -> {
                ObjectNode object = json.objectNode();
                value.getKvlistValue()
                        .getValuesList()
                        .forEach(entry -> object.set(entry.getKey(), json(entry.getValue(), depth + 1)));
                yield object;
            }
            default -> json.textNode("");
        };
    }
}
