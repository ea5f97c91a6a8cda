package accesslog.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Reads records of the JSON format, on one line or on several. */
public final class JsonRecordParser implements RecordParser {

    private static final int NEARLY_LONGEST = 2_000;

    private static final JsonFactory FACTORY = new JsonFactory();
    private final JsonStamp stamp = new JsonStamp();
    private final Map<String, String> fields = new HashMap<>();

    @Override
    public FaultKind parse(byte[] bytes, int start, int end, LogRecord into) {
        into.clear();
        fields.clear();
        FaultKind fault = null;
        try (JsonParser parser = FACTORY.createParser(bytes, start, end - start)) {
            read(parser);
        } catch (IOException e) {
            into.cut = end - start >= NEARLY_LONGEST;
            fault = into.cut ? FaultKind.CUT : FaultKind.BAD_JSON;
        }
        String operation = fields.get("operation");
        if (operation == null) {
            into.kind = fields.containsKey("header") ? RecordKind.OTHER : null;
            return fault != null ? fault : into.kind == null ? FaultKind.UNKNOWN_RECORD : null;
        }
        String time = fields.get("local_time");
        if (time == null || !stamp.read(time)) {
            return fault != null ? fault : FaultKind.BAD_STAMP;
        }
        into.time = stamp.nanos;
        FaultKind unreadable = new JsonFields(fields, into).fill(operation);
        return fault != null ? fault : unreadable;
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            switch (parser.nextToken()) {
                case START_ARRAY:
                    fields.put(key, array(parser));
                    break;
                case START_OBJECT:
                    fields.put(key, object(parser));
                    break;
                case VALUE_NULL:
                    break;
                default:
                    fields.put(key, parser.getText());
            }
        }
    }

    // ["uid", "cn"] -> "uid cn"; [{"note": "U", ...}, {"note": "P", ...}] -> "U,P"
    private static String array(JsonParser parser) throws IOException {
        StringJoiner words = new StringJoiner(" ");
        StringJoiner notes = new StringJoiner(",");
        JsonToken token;
        while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                notes.add(note(parser));
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token == null) {
                throw new IOException("the array has no end");
            } else {
                words.add(parser.getText());
            }
        }
        return notes.length() > 0 ? notes.toString() : words.toString();
    }

    private static String note(JsonParser parser) throws IOException {
        String note = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            note = key.equals("note") ? parser.getText() : note;
            parser.skipChildren();
        }
        return note;
    }

    /** The requests and responses of VLV: their values in order. */
    private static String object(JsonParser parser) throws IOException {
        StringJoiner values = new StringJoiner(":");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            if (parser.currentToken().isScalarValue()) {
                values.add(parser.getText());
            }
            parser.skipChildren();
        }
        return values.toString();
    }
}
