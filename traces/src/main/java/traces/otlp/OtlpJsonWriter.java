package traces.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Writes a message as OTLP's JSON; fields that have their default are left out. */
final class OtlpJsonWriter {

    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private OtlpJsonWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(Message message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = ASCII.createGenerator(text)) {
            new OtlpJsonWriter(json).message(message);
        } catch (IOException e) {
            throw new UncheckedIOException("a message that cannot be written as JSON", e);
        }
        return text.toString();
    }

    private void message(Message message) throws IOException {
        json.writeStartObject();
        for (var field : message.getAllFields().entrySet()) {
            json.writeFieldName(field.getKey().getJsonName());
            field(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private void field(FieldDescriptor field, Object value) throws IOException {
        if (!field.isRepeated()) {
            value(field, value);
            return;
        }
        json.writeStartArray();
        for (Object element : (List<?>) value) {
            value(field, element);
        }
        json.writeEndArray();
    }

    private void value(FieldDescriptor field, Object value) throws IOException {
        switch (field.getType()) {
            case MESSAGE -> message((Message) value);
            case STRING -> json.writeString((String) value);
            case BOOL -> json.writeBoolean((Boolean) value);
            case BYTES -> json.writeString(bytes(field, (ByteString) value));
            case ENUM -> json.writeNumber(((EnumValueDescriptor) value).getNumber());
            case DOUBLE -> json.writeNumber((Double) value);
            case UINT32, FIXED32 -> json.writeNumber(Integer.toUnsignedLong((Integer) value));
            case INT32 -> json.writeNumber((Integer) value);
            // As text: JavaScript and others read numbers as doubles, which lose the last nanoseconds.
            case UINT64, FIXED64 -> json.writeString(Long.toUnsignedString((Long) value));
            case INT64 -> json.writeString(Long.toString((Long) value));
            default -> throw new IOException("OTLP has no " + field.getType());
        }
    }

    private static String bytes(FieldDescriptor field, ByteString bytes) {
        return OtlpJsonValue.isHex(field)
                ? HexFormat.of().formatHex(bytes.toByteArray())
                : Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
