package traces.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import traces.model.Printable;

/** Reads a message from OTLP's JSON, in one pass: a tree of the JSON would take many times the memory of the message. */
final class OtlpJsonReader {

    /** As deep as protobuf's own reader goes: the store keeps spans encoded, and it's that reader which reads them again. */
    private static final int DEEPEST = 100;

    // What is seen goes into an answer, and comes from whoever sends.
    private static final int LONGEST_SEEN = 60;
    private static final int LONGEST_REASON = 200;

    // Names come from whoever sends: to keep each for the next time would only fill the memory.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Map<Descriptor, Map<String, FieldDescriptor>> FIELDS = new ConcurrentHashMap<>();

    private final JsonParser json;

    private OtlpJsonReader(JsonParser json) {
        this.json = json;
    }

    static void read(byte[] body, Message.Builder into) throws InvalidOtlp {
        try (JsonParser json = JSON.createParser(body)) {
            OtlpJsonReader reader = new OtlpJsonReader(json);
            json.nextToken();
            reader.message(into, 0);
            if (json.nextToken() != null) {
                throw reader.unexpected("nothing after the end");
            }
        } catch (InvalidOtlp e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidOtlp("", "This is not JSON: " + shortened(Printable.of(firstLine(e)), LONGEST_REASON), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private void message(Message.Builder into, int depth) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object");
        }
        if (depth > DEEPEST) {
            throw unexpected("no more than " + DEEPEST + " messages within each other");
        }
        Map<String, FieldDescriptor> fields = fields(into.getDescriptorForType());
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            FieldDescriptor field = fields.get(json.currentName());
            json.nextToken();
            if (field == null) {
                json.skipChildren();
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                field(field, into, depth);
            }
        }
    }

    // Only the names in camel case: OTLP says that the others are not valid.
    private static Map<String, FieldDescriptor> fields(Descriptor type) {
        return FIELDS.computeIfAbsent(
                type,
                fields -> fields.getFields().stream()
                        .collect(Collectors.toUnmodifiableMap(FieldDescriptor::getJsonName, Function.identity())));
    }

    private void field(FieldDescriptor field, Message.Builder into, int depth) throws IOException {
        if (!field.isRepeated()) {
            into.setField(field, value(field, into, depth));
            return;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("a list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            into.addRepeatedField(field, value(field, into, depth));
        }
    }

    private Object value(FieldDescriptor field, Message.Builder into, int depth) throws IOException {
        if (field.getJavaType() == JavaType.MESSAGE) {
            Message.Builder nested = into.newBuilderForField(field);
            message(nested, depth + 1);
            return nested.build();
        }
        try {
            return OtlpJsonValue.of(field, json);
        } catch (IllegalArgumentException e) {
            throw unexpected(e.getMessage());
        }
    }

    private InvalidOtlp unexpected(String expected) throws IOException {
        // Made of OTLP's own names only: a field that isn't known is never looked into.
        String place = json.getParsingContext().pathAsPointer().toString();
        String field = place.isEmpty() ? "The body" : place;
        return new InvalidOtlp(
                place,
                "%s should be %s; seen: %s".formatted(field, expected, shortened(Printable.of(seen()), LONGEST_SEEN)),
                null);
    }

    private String seen() throws IOException {
        JsonToken token = json.currentToken();
        return token == null ? "nothing" : String.valueOf(json.getText());
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
