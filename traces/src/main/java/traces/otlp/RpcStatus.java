package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

/**
 * The reason for a refusal in OTLP's form: a {@code google.rpc.Status}, with a {@code BadRequest} where data are bad.
 *
 * <p>It is written by field numbers: two messages of two fields do not need Google's two megabytes of classes.
 *
 * @param badData whether it is the data that are at fault
 * @param place which field of the data, as a JSON pointer; empty where that isn't known
 */
record RpcStatus(String message, boolean badData, String place) {

    private static final String BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest";

    byte[] toProtobuf() {
        UnknownFieldSet.Builder status = UnknownFieldSet.newBuilder().addField(2, text(message));
        if (badData) {
            // BadRequest { 1: FieldViolation { 1: field, 2: description } } in an Any { 1: type, 2: value }
            Field violation = message(text(place), text(message));
            status.addField(3, message(text(BAD_REQUEST), message(violation)));
        }
        return status.build().toByteArray();
    }

    private static Field text(String text) {
        return Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8(text))
                .build();
    }

    /** Returns a field that holds a message of these fields, numbered from 1. */
    private static Field message(Field... fields) {
        UnknownFieldSet.Builder message = UnknownFieldSet.newBuilder();
        for (int i = 0; i < fields.length; i++) {
            message.addField(i + 1, fields[i]);
        }
        return Field.newBuilder()
                .addLengthDelimited(message.build().toByteString())
                .build();
    }

    byte[] toJson() {
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("message", message);
        if (badData) {
            ObjectNode detail = status.putArray("details").addObject().put("@type", BAD_REQUEST);
            detail.putArray("fieldViolations").addObject().put("field", place).put("description", message);
        }
        return status.toString().getBytes(UTF_8);
    }
}
