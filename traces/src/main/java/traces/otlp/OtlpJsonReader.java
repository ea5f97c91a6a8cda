package traces.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import traces.model.Printable;

/**
 * Rewrites OTLP's JSON as protobuf's, in one pass, and lets protobuf read that.
 *
 * <p>Protobuf's own reader also takes names in snake case, a number for a text, and numbers that fill the memory; it
 * reads ids as base64, and its errors do not say where they are. So each field is checked on the way.
 */
final class OtlpJsonReader {

    /** The depth at which protobuf's readers stop: the store keeps spans encoded, and decodes them again. */
    private static final int DEEPEST = 100;

    // The error text quotes what a sender wrote, and goes back as an answer.
    private static final int LONGEST_SEEN = 60;
    private static final int LONGEST_REASON = 200;

    // Senders choose the names: keeping each of them for the next time would fill the memory.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final Map<Descriptor, Map<String, FieldDescriptor>> FIELDS = new ConcurrentHashMap<>();

    private final JsonParser in;
    private final JsonGenerator out;
    private Optional<String> foreign = Optional.empty();

    private OtlpJsonReader(JsonParser in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    /** @param foreign takes a sentence about the first part that leads to no span, because it is not OTLP */
    static void read(byte[] body, Message.Builder into, Consumer<String> foreign) throws InvalidOtlp {
        try {
            JsonFormat.parser().merge(rewritten(body, into.getDescriptorForType(), foreign), into);
        } catch (InvalidOtlp e) {
            throw e;
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidOtlp("", "This is not OTLP: " + shortened(firstLine(e), LONGEST_REASON), e);
        } catch (IOException e) {
            throw new InvalidOtlp("", "This is not JSON: " + shortened(firstLine(e), LONGEST_REASON), e);
        }
    }

    private static String rewritten(byte[] body, Descriptor type, Consumer<String> foreign) throws IOException {
        StringWriter text = new StringWriter(body.length);
        try (JsonParser in = JSON.createParser(body);
                JsonGenerator out = JSON.createGenerator(text)) {
            OtlpJsonReader reader = new OtlpJsonReader(in, out);
            in.nextToken();
            reader.message(type, 0, false);
            if (in.nextToken() != null) {
                throw reader.unexpected("nothing after the end");
            }
            reader.foreign.ifPresent(foreign);
        }
        return text.toString();
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** @param dialect whether a name above was not OTLP's own */
    private void message(Descriptor type, int depth, boolean dialect) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw unexpected("an object");
        }
        if (depth > DEEPEST) {
            throw unexpected("no more than " + DEEPEST + " messages within each other");
        }
        Set<FieldDescriptor> written = new HashSet<>();
        String unknown = null;
        out.writeStartObject();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            FieldDescriptor own = fields(type).get(name);
            FieldDescriptor field = own != null ? own : OtlpDialect.field(type, name, dialect);
            in.nextToken();
            // Some clients send the same under the old and the new name: it counts once.
            if (field == null || own == null && written.contains(field)) {
                unknown = unknown == null && field == null ? name : unknown;
                in.skipChildren();
            } else if (in.currentToken() != JsonToken.VALUE_NULL) {
                written.add(field);
                out.writeFieldName(field.getJsonName());
                field(field, depth, dialect || own == null);
            }
        }
        out.writeEndObject();
        rememberForeign(type, written, unknown);
    }

    private void rememberForeign(Descriptor type, Set<FieldDescriptor> written, String unknown) {
        FieldDescriptor expected = OtlpDialect.towardsSpans(type);
        if (foreign.isEmpty() && unknown != null && expected != null && !written.contains(expected)) {
            foreign = Optional.of(OtlpDialect.foreign(shortened(unknown, LONGEST_SEEN), expected));
        }
    }

    // Only the names in camel case: OTLP says that the others are not valid. OtlpDialect has the exceptions.
    private static Map<String, FieldDescriptor> fields(Descriptor type) {
        return FIELDS.computeIfAbsent(
                type,
                fields -> fields.getFields().stream()
                        .collect(Collectors.toUnmodifiableMap(FieldDescriptor::getJsonName, Function.identity())));
    }

    private void field(FieldDescriptor field, int depth, boolean dialect) throws IOException {
        if (!field.isRepeated()) {
            value(field, depth, dialect);
            return;
        }
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw unexpected("a list");
        }
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            value(field, depth, dialect);
        }
        out.writeEndArray();
    }

    private void value(FieldDescriptor field, int depth, boolean dialect) throws IOException {
        if (field.getJavaType() == JavaType.MESSAGE) {
            message(field.getMessageType(), depth + 1, dialect);
            return;
        }
        if (dialect && OtlpJsonValue.isBase64Id(field, in)) {
            out.writeString(in.getText());
            return;
        }
        Optional<String> expected = OtlpJsonValue.expected(field, in);
        if (expected.isPresent()) {
            throw unexpected(expected.get());
        } else if (OtlpJsonValue.isId(field)) {
            out.writeBinary(HexFormat.of().parseHex(in.getText()));
        } else {
            out.writeString(in.getText());
        }
    }

    private InvalidOtlp unexpected(String expected) throws IOException {
        // Made of OTLP's own names only: a field that isn't known is never looked into.
        String place = in.getParsingContext().pathAsPointer().toString();
        String field = place.isEmpty() ? "The body" : place;
        return new InvalidOtlp(
                place, "%s should be %s; seen: %s".formatted(field, expected, shortened(seen(), LONGEST_SEEN)), null);
    }

    private String seen() throws IOException {
        JsonToken token = in.currentToken();
        return token == null ? "nothing" : String.valueOf(in.getText());
    }

    private static String shortened(String text, int longest) {
        String safe = Printable.of(text);
        return safe.length() <= longest ? safe : safe.substring(0, longest) + "…";
    }
}
