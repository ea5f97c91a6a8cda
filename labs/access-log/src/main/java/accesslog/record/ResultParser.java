package accesslog.record;

/** Reads what follows RESULT and ABANDON: pairs of key and value, in an order that changed with the versions, so they are read by name. */
final class ResultParser {

    private byte[] bytes;
    private int end;
    private LogRecord record;
    private boolean unreadable;

    FaultKind parse(byte[] line, int start, int limit, LogRecord into) {
        bytes = line;
        end = limit;
        record = into;
        unreadable = false;
        int at = start;
        while (at < end && at >= 0) {
            at = pair(at);
        }
        if (record.err == LogRecord.ABSENT || record.tag == LogRecord.ABSENT) {
            return unreadable ? FaultKind.BAD_TIME : FaultKind.HALF_RECORD;
        }
        record.kind = RecordKind.RESULT;
        return fault();
    }

    private FaultKind fault() {
        if (unreadable) {
            return FaultKind.BAD_TIME;
        }
        if (record.etime == LogRecord.ABSENT && record.optime == LogRecord.ABSENT) {
            return FaultKind.HALF_RECORD;
        }
        return record.wtime < 0 && record.wtime != LogRecord.ABSENT
                        || record.optime < 0 && record.optime != LogRecord.ABSENT
                ? FaultKind.NEGATIVE_TIME
                : null;
    }

    /** Reads one pair, and gives where the next begins, or -1 where only text follows. */
    private int pair(int at) {
        byte first = bytes[at];
        if (first == '-' || first == ',') {
            return text(at);
        }
        int equals = at;
        while (equals < end && bytes[equals] != '=' && bytes[equals] != ' ') {
            equals++;
        }
        if (equals >= end || bytes[equals] == ' ') {
            return equals + 1;
        }
        int value = equals + 1;
        if (value < end && bytes[value] == '"') {
            return quoted(at, value + 1);
        }
        int stop = value;
        while (stop < end && bytes[stop] != ' ' && bytes[stop] != ',') {
            stop++;
        }
        // notes=U,P has commas within; behind a time a comma begins a message.
        while (stop < end && bytes[stop] == ',' && stop + 1 < end && bytes[stop + 1] != ' ') {
            stop = Math.max(stop + 1, wordEnd(stop + 1));
        }
        take(at, equals, value, stop);
        return stop < end && bytes[stop] == ',' ? stop : stop + 1;
    }

    private int wordEnd(int from) {
        int stop = from;
        while (stop < end && bytes[stop] != ' ' && bytes[stop] != ',') {
            stop++;
        }
        return stop;
    }

    /** A name goes to the last quote of the record; other quoted values are the server's own. */
    private int quoted(int key, int value) {
        if (Bytes.startsWith(bytes, key, end, "dn=")) {
            int close = Bytes.lastIndexOf(bytes, value, end, '"');
            if (close >= 0) {
                record.dn.set(bytes, value, close);
            }
            return end;
        }
        int close = Bytes.indexOf(bytes, value, end, '"');
        return close < 0 ? end : close + 2;
    }

    // " - Invalid credentials", ", SASL bind in progress"
    private int text(int at) {
        int start = Math.min(at + 2, end);
        int session = Bytes.lastIndexOf(bytes, start, end, " sid=\"");
        record.text.set(bytes, start, session < 0 ? end : session);
        return -1;
    }

    private void take(int key, int equals, int value, int stop) {
        int length = equals - key;
        switch (bytes[key]) {
            case 'e':
                if (length == 3) {
                    record.err = integer(value, stop);
                } else if (is(key, length, "etime")) {
                    record.etime = time(value, stop);
                }
                break;
            case 't':
                record.tag = is(key, length, "tag") ? integer(value, stop) : record.tag;
                break;
            case 'n':
                if (is(key, length, "nentries")) {
                    record.nentries = integer(value, stop);
                } else if (is(key, length, "notes")) {
                    record.notes.set(bytes, value, stop);
                }
                break;
            case 'w':
                record.wtime = is(key, length, "wtime") ? time(value, stop) : record.wtime;
                break;
            case 'o':
                record.optime = is(key, length, "optime") ? time(value, stop) : record.optime;
                break;
            default:
                break;
        }
    }

    private boolean is(int key, int length, String name) {
        return length == name.length() && Bytes.startsWith(bytes, key, end, name);
    }

    private long time(int start, int stop) {
        long nanos = ElapsedTime.nanos(bytes, start, stop);
        unreadable |= nanos == LogRecord.ABSENT;
        return nanos;
    }

    private long integer(int start, int stop) {
        boolean negative = start < stop && bytes[start] == '-';
        long number = 0;
        int at = negative ? start + 1 : start;
        boolean digits = at < stop && stop - at <= 10;
        for (; at < stop && digits; at++) {
            digits = Bytes.isDigit(bytes[at]);
            number = number * 10 + bytes[at] - '0';
        }
        unreadable |= !digits;
        return !digits ? LogRecord.ABSENT : negative ? -number : number;
    }

    // "targetop=2 msgid=3 nentries=40 etime=0.0333446582"; the target can be three words, as in Simple Paged Results
    FaultKind abandon(byte[] line, int start, int limit, LogRecord into) {
        bytes = line;
        end = limit;
        record = into;
        unreadable = false;
        int msgid = Bytes.startsWith(bytes, start, end, "targetop=") ? Bytes.indexOf(bytes, start, end, " msgid=") : -1;
        if (msgid < 0) {
            return FaultKind.HALF_RECORD;
        }
        record.kind = RecordKind.ABANDON;
        record.type = OperationType.ABANDON;
        record.text.set(bytes, start + 9, msgid);
        if (Bytes.isDigit(bytes[start + 9])) {
            record.target = integer(start + 9, msgid);
        }
        int at = msgid + 1;
        while (at < end && at >= 0) {
            at = pair(at);
        }
        return unreadable ? FaultKind.BAD_TIME : null;
    }
}
