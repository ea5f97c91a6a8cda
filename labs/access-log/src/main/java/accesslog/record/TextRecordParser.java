package accesslog.record;

/** Reads records of the text format, those of 1.2 to 3.x. What clients can write into is read from fixed anchors, never searched for. */
public final class TextRecordParser implements RecordParser {

    /** The server stops a record at 2,048 bytes; whoever forwarded it may have changed the stamp. */
    private static final int NEARLY_LONGEST = 2_000;

    private static final String[] WORDS = {
        "RESULT ",
        "REFERRAL",
        "SRCH ",
        "SORT ",
        "STAT ",
        "VLV ",
        "BIND ",
        "UNBIND",
        "UNPROCESSED",
        "ABANDON ",
        "ADD ",
        "MOD ",
        "MODRDN ",
        "DEL ",
        "CMP ",
        "EXT ",
        "EXT_INFO ",
        "ENTRY ",
        "AUTOBIND dn=",
        "Disconnect",
        "closed",
        "fd="
    };

    private final Stamp stamp = new Stamp();
    private final RequestParser requests = new RequestParser();
    private final ResultParser results = new ResultParser();

    private byte[] bytes;
    private int at;
    private int end;
    private LogRecord record;

    @Override
    public FaultKind parse(byte[] line, int start, int limit, LogRecord into) {
        into.clear();
        if (!stamp.read(line, start, limit)) {
            return Stamp.begins(line, start, limit) ? FaultKind.BAD_STAMP : FaultKind.NOT_A_RECORD;
        }
        bytes = line;
        end = limit;
        record = into;
        record.time = stamp.nanos;
        record.cut = limit - start >= NEARLY_LONGEST && Bytes.endsWith(line, start, limit, "...");
        at = stamp.end;
        if (!connection()) {
            return FaultKind.UNKNOWN_RECORD;
        }
        if (!Bytes.startsWith(bytes, at, end, "op=")) {
            return record.internal ? FaultKind.UNKNOWN_RECORD : ofConnection();
        }
        at += 3;
        return operation() ? ofOperation() : FaultKind.HALF_RECORD;
    }

    // "conn=7 ", "conn=7 (Internal) ", "conn=Internal(0) " and, in old versions, "conn=Internal "
    private boolean connection() {
        if (!Bytes.startsWith(bytes, at, end, "conn=")) {
            return false;
        }
        at += 5;
        if (Bytes.startsWith(bytes, at, end, "Internal")) {
            record.internal = true;
            record.conn = 0;
            at = Bytes.indexOf(bytes, at, end, ' ') + 1;
            return at > 0;
        }
        record.conn = number();
        if (record.conn < 0 || !space()) {
            return false;
        }
        if (Bytes.startsWith(bytes, at, end, "(Internal) ")) {
            record.internal = true;
            at += 11;
        }
        return true;
    }

    // "31 ", "-1 ", "3(1)(2) "
    private boolean operation() {
        boolean negative = at < end && bytes[at] == '-';
        at += negative ? 1 : 0;
        long number = number();
        if (number < 0) {
            return false;
        }
        record.op = negative ? -number : number;
        if (record.internal && at < end && bytes[at] == '(') {
            record.internalId = inBrackets();
            record.nesting = inBrackets();
        }
        return space();
    }

    private long inBrackets() {
        if (at >= end || bytes[at] != '(') {
            return -1;
        }
        at++;
        long number = number();
        at += at < end && bytes[at] == ')' ? 1 : 0;
        return number;
    }

    private long number() {
        int first = at;
        long number = 0;
        while (at < end && Bytes.isDigit(bytes[at]) && at - first < 18) {
            number = number * 10 + bytes[at++] - '0';
        }
        return at == first ? -1 : number;
    }

    private boolean space() {
        return at < end && bytes[at++] == ' ';
    }

    private FaultKind ofConnection() {
        if (Bytes.startsWith(bytes, at, end, "fd=")) {
            return ofDescriptor();
        }
        if (Bytes.startsWith(bytes, at, end, "AUTOBIND dn=\"")) {
            record.kind = RecordKind.AUTOBIND;
            int close = Bytes.lastIndexOf(bytes, at + 13, end, '"');
            return close < 0 ? FaultKind.HALF_RECORD : set(record.dn, at + 13, close);
        }
        if (Bytes.startsWith(bytes, at, end, "TLS") || Bytes.startsWith(bytes, at, end, "SSL ")) {
            record.kind = RecordKind.TLS;
            return set(record.text, at, end);
        }
        return unknownOrHalf();
    }

    private FaultKind ofDescriptor() {
        int space = Bytes.indexOf(bytes, at, end, ' ');
        if (space < 0) {
            return FaultKind.HALF_RECORD;
        }
        at = space + 1;
        if (Bytes.startsWith(bytes, at, end, "slot=")) {
            return peer("connection from ", RecordKind.CONNECTION);
        }
        if (Bytes.startsWith(bytes, at, end, "HAProxy ")) {
            return peer("new_address_from=", RecordKind.HAPROXY);
        }
        return close();
    }

    private FaultKind peer(String before, RecordKind kind) {
        int from = Bytes.indexOf(bytes, at, end, before);
        int to = from < 0 ? -1 : Bytes.indexOf(bytes, from, end, " to ");
        if (to < 0) {
            return FaultKind.HALF_RECORD;
        }
        record.kind = kind;
        record.tls = Bytes.startsWith(bytes, from - 4, end, "SSL ");
        return set(record.detail, from + before.length(), to);
    }

    /** The reason is the last word, and what stands before it has changed with the versions. */
    private FaultKind close() {
        if (!Bytes.startsWith(bytes, at, end, "closed") && !Bytes.startsWith(bytes, at, end, "Disconnect")) {
            return unknownOrHalf();
        }
        record.kind = RecordKind.CLOSE;
        int dash = Bytes.lastIndexOf(bytes, at, end, " - ");
        return dash < 0 ? null : set(record.text, dash + 3, end);
    }

    private FaultKind ofOperation() {
        if (at >= end) {
            return FaultKind.HALF_RECORD;
        }
        switch (bytes[at]) {
            case 'R':
                if (Bytes.startsWith(bytes, at, end, "RESULT ")) {
                    return results.parse(bytes, at + 7, end, record);
                }
                return other("REFERRAL");
            case 'S':
                if (Bytes.startsWith(bytes, at, end, "SRCH ")) {
                    return requests.search(bytes, at + 5, end, record);
                }
                RecordKind kind = Bytes.startsWith(bytes, at, end, "SORT ") ? RecordKind.SORT : RecordKind.STAT;
                return remark(kind, kind.name());
            case 'V':
                return remark(RecordKind.VLV, "VLV");
            case 'f':
                return ofDescriptor();
            case 'U':
                return unbind();
            case 'A':
                if (Bytes.startsWith(bytes, at, end, "ABANDON ")) {
                    return results.abandon(bytes, at + 8, end, record);
                }
                return request();
            default:
                return request();
        }
    }

    private FaultKind request() {
        FaultKind fault = requests.parse(bytes, at, end, record);
        return fault == FaultKind.UNKNOWN_RECORD ? other("ENTRY dn=", "EXT_INFO ") : fault;
    }

    private FaultKind unbind() {
        if (Bytes.startsWith(bytes, at, end, "UNBIND")) {
            record.kind = RecordKind.UNBIND;
            record.type = OperationType.UNBIND;
            return null;
        }
        return other("UNPROCESSED OPERATION");
    }

    private FaultKind remark(RecordKind kind, String word) {
        int space = at + word.length();
        if (!Bytes.startsWith(bytes, at, end, word) || space >= end || bytes[space] != ' ') {
            return unknownOrHalf();
        }
        record.kind = kind;
        return set(record.text, space + 1, end);
    }

    private FaultKind other(String... words) {
        for (String word : words) {
            if (Bytes.startsWith(bytes, at, end, word)) {
                record.kind = RecordKind.OTHER;
                return null;
            }
        }
        return unknownOrHalf();
    }

    /** A line that ends within a known word is half a record. */
    private FaultKind unknownOrHalf() {
        for (String word : WORDS) {
            int length = end - at;
            if (length < word.length() && Bytes.startsWith(bytes, at, end, word.substring(0, length))) {
                return FaultKind.HALF_RECORD;
            }
        }
        return FaultKind.UNKNOWN_RECORD;
    }

    private FaultKind set(Slice slice, int start, int limit) {
        slice.set(bytes, start, limit);
        return null;
    }
}
