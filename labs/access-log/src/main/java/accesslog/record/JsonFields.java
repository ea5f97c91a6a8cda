package accesslog.record;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Puts the fields of one record where those of the text format stand. */
record JsonFields(Map<String, String> fields, LogRecord into) {

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
                                .toLowerCase(Locale.ROOT)
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
