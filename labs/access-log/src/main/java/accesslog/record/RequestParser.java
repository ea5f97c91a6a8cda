package accesslog.record;

/** Reads the requests of the text format. Nothing escapes a quote in a filter, so fields end where the next one's name stands, not at a quote. */
final class RequestParser {

    private static final OperationType[] WITH_DN = {
        OperationType.ADD, OperationType.MOD, OperationType.DEL, OperationType.CMP, OperationType.MODRDN
    };

    private byte[] bytes;
    private int end;
    private LogRecord record;

    FaultKind parse(byte[] line, int at, int limit, LogRecord into) {
        open(line, limit, into);
        if (starts(at, "BIND ")) {
            return bind(at + 5);
        }
        if (starts(at, "EXT ")) {
            return extended(at + 4);
        }
        for (OperationType type : WITH_DN) {
            int space = at + type.name().length();
            if (space < end && bytes[space] == ' ' && starts(at, type.name())) {
                return withDn(type, space + 1);
            }
        }
        return FaultKind.UNKNOWN_RECORD;
    }

    private void open(byte[] line, int limit, LogRecord into) {
        bytes = line;
        end = limit;
        record = into;
    }

    private void request(OperationType type) {
        record.kind = RecordKind.REQUEST;
        record.type = type;
    }

    /** Parses what follows SRCH: base up to the first scope, attributes from the last attrs, the filter between. */
    FaultKind search(byte[] line, int at, int limit, LogRecord into) {
        open(line, limit, into);
        request(OperationType.SRCH);
        if (starts(at, "dn=\"")) {
            // SRCH dn="not a dn" authzid="(null)", invalid dn
            int close = Bytes.indexOf(bytes, at + 4, end, "\" authzid=\"");
            return close < 0 ? half() : refused(at + 4, close);
        }
        int base = at + 6;
        int scope = starts(at, "base=\"") ? Bytes.indexOf(bytes, base, end, "\" scope=") : -1;
        if (scope < 0 || !starts(scope + 9, " filter=\"")) {
            return half();
        }
        record.dn.set(bytes, base, scope);
        record.scope = bytes[scope + 8] - '0';
        int filter = scope + 18;
        int attrs = Bytes.lastIndexOf(bytes, filter, end, "\" attrs=");
        return attrs < 0 ? withoutAttrs(filter) : attrs(filter, attrs);
    }

    private FaultKind attrs(int filter, int attrs) {
        record.filter.set(bytes, filter, attrs);
        int at = attrs + 8;
        if (starts(at, "ALL")) {
            authzid(at + 3);
            return null;
        }
        int close = at < end && bytes[at] == '"' ? Bytes.indexOf(bytes, at + 1, end, '"') : -1;
        if (close < 0) {
            return half();
        }
        record.attrs.set(bytes, at + 1, close);
        authzid(close + 1);
        return null;
    }

    /** Old logs end with the filter, and a refused search with a message. */
    private FaultKind withoutAttrs(int filter) {
        int close = Bytes.lastIndexOf(bytes, filter, end, '"');
        if (close < 0 || close + 1 < end && bytes[close + 1] != ',') {
            record.filter.set(bytes, filter, end);
            return half();
        }
        record.filter.set(bytes, filter, close);
        message(close + 1);
        return null;
    }

    private FaultKind refused(int start, int close) {
        record.dn.set(bytes, start, close);
        int comma = Bytes.lastIndexOf(bytes, close, end, "\", ");
        message(comma < 0 ? end : comma + 1);
        return null;
    }

    private FaultKind bind(int at) {
        request(OperationType.BIND);
        int close = starts(at, "dn=\"") ? Bytes.indexOf(bytes, at + 4, end, "\" method=") : -1;
        int method = close + 9;
        if (close < 0 || Bytes.indexOf(bytes, method, end, ' ') < 0) {
            return half();
        }
        record.dn.set(bytes, at + 4, close);
        record.sasl = starts(method, "sasl");
        int mechanism = Bytes.indexOf(bytes, method, end, " mech=");
        int comma = Bytes.indexOf(bytes, method, end, ", ");
        if (mechanism >= 0) {
            int stop = comma > mechanism ? comma : firstOf(mechanism + 6, ' ');
            record.detail.set(bytes, mechanism + 6, stop);
        }
        message(comma < 0 ? end : comma);
        return null;
    }

    private FaultKind extended(int at) {
        request(OperationType.EXT);
        int close = starts(at, "oid=\"") ? Bytes.indexOf(bytes, at + 5, end, '"') : -1;
        if (close < 0) {
            return half();
        }
        record.detail.set(bytes, at + 5, close);
        if (starts(close + 1, " name=\"")) {
            record.name.set(bytes, close + 8, firstOf(close + 8, '"'));
        }
        return null;
    }

    private FaultKind withDn(OperationType type, int at) {
        request(type);
        if (!starts(at, "dn=\"")) {
            return half();
        }
        int close = closing(at + 4, type);
        if (close < 0) {
            return half();
        }
        record.dn.set(bytes, at + 4, close);
        int rest = close + 1;
        if (type == OperationType.CMP && starts(rest, " attr=\"")) {
            record.attrs.set(bytes, rest + 7, rest = firstOf(rest + 7, '"'));
        } else if (type == OperationType.MODRDN && starts(rest, " newrdn=\"")) {
            rest = newNames(rest + 9);
        }
        authzid(Math.min(rest, end));
        return null;
    }

    /** The quote that ends a DN is followed by nothing, or by something that the server writes. */
    private int closing(int from, OperationType type) {
        int quote = Bytes.indexOf(bytes, from, end, '"');
        while (quote >= 0 && quote + 1 < end && !followed(quote + 1, type)) {
            quote = Bytes.indexOf(bytes, quote + 1, end, '"');
        }
        return quote;
    }

    private boolean followed(int at, OperationType type) {
        return bytes[at] == '\n'
                || starts(at, ", ")
                || starts(at, " authzid=\"")
                || type == OperationType.CMP && starts(at, " attr=\"")
                || type == OperationType.MODRDN && starts(at, " newrdn=\"");
    }

    private int newNames(int start) {
        int close = Bytes.indexOf(bytes, start, end, "\" newsuperior=\"");
        if (close < 0) {
            record.detail.set(bytes, start, firstOf(start, '"'));
            return firstOf(start, '"');
        }
        record.detail.set(bytes, start, close);
        int superior = close + 15;
        int last = firstOf(superior, '"');
        record.name.set(bytes, superior, last);
        return last;
    }

    private void authzid(int at) {
        int start = Bytes.indexOf(bytes, at, end, " authzid=\"");
        int close = start < 0 ? -1 : Bytes.indexOf(bytes, start + 10, end, '"');
        if (close >= 0) {
            record.authzid.set(bytes, start + 10, close);
        }
        message(close < 0 ? Bytes.indexOf(bytes, at, end, ", ") : close + 1);
    }

    // ", Bad search filter"
    private void message(int at) {
        if (at >= 0 && starts(at, ", ")) {
            record.text.set(bytes, at + 2, end);
        }
    }

    private int firstOf(int at, char wanted) {
        int found = Bytes.indexOf(bytes, at, end, wanted);
        return found < 0 ? end : found;
    }

    private boolean starts(int at, String ascii) {
        return Bytes.startsWith(bytes, at, end, ascii);
    }

    /** What was read is kept, and the result will still find its request. */
    private FaultKind half() {
        return record.cut ? FaultKind.CUT : FaultKind.HALF_RECORD;
    }
}
