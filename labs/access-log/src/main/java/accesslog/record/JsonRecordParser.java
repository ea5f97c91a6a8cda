package accesslog.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Puts the fields of one record where those of the text format stand. */
    private record JsonFields(Map<String, String> fields, LogRecord into) {

        FaultKind fill(String operation) {
            into.conn = Math.max(0, integer("conn_id", 0));
            into.op = integer("op_id", -1);
            into.internal = "true".equals(fields.get("internal_op"))
                    || fields.getOrDefault("conn_id", "").startsWith("Internal");
            if (into.internal) {
                into.internalId = integer("op_internal_id", -1);
                into.nesting = integer("op_internal_nested_count", -1);
            }
            set(into.text, "msg");
            return kind(operation);
        }

        private FaultKind kind(String operation) {
            switch (operation) {
                case "CONNECTION":
                    into.tls = "true".equals(fields.get("tls"));
                    return detail(RecordKind.CONNECTION, into.detail, "client_ip");
                case "HAPROXY":
                    return detail(RecordKind.HAPROXY, into.detail, "haproxy_ip");
                case "TLS_INFO":
                    into.text.set(cipher());
                    into.kind = RecordKind.TLS;
                    return null;
                case "AUTOBIND":
                    return detail(RecordKind.AUTOBIND, into.dn, "bind_dn");
                case "DISCONNECT":
                    return close();
                case "RESULT":
                    return result();
                case "ABANDON":
                    return abandon();
                case "UNBIND":
                    into.type = OperationType.UNBIND;
                    into.kind = RecordKind.UNBIND;
                    return null;
                case "SORT":
                    return detail(RecordKind.SORT, into.text, "sort_attrs");
                case "VLV":
                    return detail(RecordKind.VLV, into.text, "vlv_request");
                case "STAT":
                    return stat();
                default:
                    return request(operation);
            }
        }

        private FaultKind request(String operation) {
            into.type = type(operation);
            if (into.type == null) {
                boolean known = "ENTRY REFERRAL EXTENDED_OP_INFO ERROR TLS_CLIENT_INFO".contains(operation);
                into.kind = known ? RecordKind.OTHER : null;
                return known ? null : FaultKind.UNKNOWN_RECORD;
            }
            into.kind = RecordKind.REQUEST;
            set(into.dn, "target_dn");
            set(into.authzid, "authzid");
            switch (into.type) {
                case SRCH:
                    search();
                    break;
                case BIND:
                    set(into.dn, "bind_dn");
                    set(into.detail, "mech");
                    into.sasl = fields.containsKey("mech")
                            || fields.getOrDefault("method", "")
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains("sasl");
                    break;
                case EXT:
                    set(into.detail, "oid");
                    set(into.name, fields.containsKey("name") ? "name" : "oid_name");
                    break;
                case CMP:
                    set(into.attrs, "cmp_attr");
                    break;
                case MODRDN:
                    set(into.detail, "newrdn");
                    set(into.name, "newsup");
                    break;
                default:
                    break;
            }
            return null;
        }

        private void search() {
            set(into.dn, "base_dn");
            set(into.filter, "filter");
            into.scope = (int) integer("scope", -1);
            String attrs = fields.get("attrs");
            if (attrs != null && !attrs.isEmpty() && !attrs.equals("ALL")) {
                into.attrs.set(attrs);
            }
        }

        private static OperationType type(String operation) {
            switch (operation) {
                case "SEARCH":
                    return OperationType.SRCH;
                case "MODIFY":
                    return OperationType.MOD;
                case "DELETE":
                    return OperationType.DEL;
                case "COMPARE":
                    return OperationType.CMP;
                case "EXTENDED_OP":
                    return OperationType.EXT;
                case "ADD":
                case "BIND":
                case "MODRDN":
                    return OperationType.valueOf(operation);
                default:
                    return null;
            }
        }

        private FaultKind result() {
            into.err = integer("err", LogRecord.ABSENT);
            into.tag = integer("tag", LogRecord.ABSENT);
            into.nentries = integer("nentries", LogRecord.ABSENT);
            into.wtime = time("wtime");
            into.optime = time("optime");
            into.etime = time("etime");
            set(into.notes, "notes");
            set(into.dn, "bind_dn");
            if (into.err == LogRecord.ABSENT) {
                return FaultKind.BAD_TIME;
            }
            into.kind = RecordKind.RESULT;
            if (into.err == 0 && into.text.is("SASL bind in progress")) {
                // A mistake of the server's: the message of every successful bind.
                into.text.clear();
            }
            boolean unreadable = fields.containsKey("etime") && into.etime == LogRecord.ABSENT;
            boolean negative = into.wtime < 0 && into.wtime != LogRecord.ABSENT;
            return unreadable ? FaultKind.BAD_TIME : negative ? FaultKind.NEGATIVE_TIME : null;
        }

        private FaultKind abandon() {
            into.type = OperationType.ABANDON;
            into.target = integer("target_op", LogRecord.ABSENT);
            into.nentries = integer("nentries", LogRecord.ABSENT);
            into.etime = time("etime");
            return detail(RecordKind.ABANDON, into.text, "target_op");
        }

        private FaultKind close() {
            String reason = fields.getOrDefault("close_reason", fields.getOrDefault("close_error", ""));
            into.text.set(reason.substring(reason.lastIndexOf(' ') + 1));
            into.kind = RecordKind.CLOSE;
            return null;
        }

        private FaultKind stat() {
            into.text.set(fields.getOrDefault("stat_attr", "") + " " + fields.getOrDefault("stat_key", "") + "="
                    + fields.getOrDefault("stat_key_value", "") + " "
                    + fields.getOrDefault("stat_count", fields.getOrDefault("stat_etime", "")));
            into.kind = RecordKind.STAT;
            return null;
        }

        private String cipher() {
            return fields.getOrDefault("tls_version", "TLS") + " " + fields.getOrDefault("keysize", "?") + "-bit "
                    + fields.getOrDefault("cipher", "");
        }

        private FaultKind detail(RecordKind kind, Slice slice, String key) {
            into.kind = kind;
            set(slice, key);
            return null;
        }

        private void set(Slice slice, String key) {
            String value = fields.get(key);
            if (value != null) {
                slice.set(value);
            }
        }

        private long integer(String key, long otherwise) {
            String value = fields.get(key);
            if (value == null || !value.matches("-?\\d{1,18}")) {
                return otherwise;
            }
            return Long.parseLong(value);
        }

        private long time(String key) {
            String value = fields.get(key);
            byte[] ascii = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            return ElapsedTime.nanos(ascii, 0, ascii.length);
        }
    }
}
