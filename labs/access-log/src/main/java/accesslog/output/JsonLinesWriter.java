package accesslog.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import accesslog.filter.FilterShape;
import accesslog.input.WorkerOutput;
import accesslog.join.Operation;
import accesslog.record.LogRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes one line of JSON an operation; what is missing in the log is missing in the line. One worker's own. */
public final class JsonLinesWriter implements WorkerOutput {

    private static final long SECOND = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private static final byte[][] SCOPES = {text("\"base\""), text("\"one\""), text("\"sub\"")};
    private static final byte[] RUN = text("{\"run\":");
    private static final byte[] CONN = text(",\"conn\":");
    private static final byte[] OP = text(",\"op\":");
    private static final byte[] INTERNAL = text(",\"internal\":{");
    private static final byte[] ID = text("\"id\":");
    private static final byte[] NESTING = text(",\"nesting\":");
    private static final byte[] TYPE = text(",\"type\":\"");
    private static final byte[] CLIENT = text(",\"client\":");
    private static final byte[] BIND_DN = text(",\"bind_dn\":");
    private static final byte[] AUTHZID = text(",\"authzid\":");
    private static final byte[] START = text(",\"start\":\"");
    private static final byte[] END = text(",\"end\":\"");
    private static final byte[] ENDED = text(",\"ended\":\"");
    private static final byte[] ERR = text(",\"err\":");
    private static final byte[] NENTRIES = text(",\"nentries\":");
    private static final byte[] OPTIME = text(",\"optime_ns\":");
    private static final byte[] WTIME = text(",\"wtime_ns\":");
    private static final byte[] ETIME = text(",\"etime_ns\":");
    private static final byte[] BASE = text(",\"base\":");
    private static final byte[] SCOPE = text(",\"scope\":");
    private static final byte[] FILTER = text(",\"filter\":");
    private static final byte[] SHAPE = text(",\"filter_shape\":");
    private static final byte[] CUT = text(",\"filter_cut\":true");
    private static final byte[] ATTRS = text(",\"attrs\":");
    private static final byte[] NOTES = text(",\"notes\":");
    private static final byte[] TARGET = text(",\"target_dn\":");
    private static final byte[] MESSAGE = text(",\"message\":");
    private static final byte[] OID = text(",\"oid\":");
    private static final byte[] NAME = text(",\"name\":");
    private static final byte[] MECH = text(",\"mech\":");
    private static final byte[] NEWRDN = text(",\"newrdn\":");
    private static final byte[] SUPERIOR = text(",\"newsuperior\":");
    private static final byte[] REMARKS = text(",\"remarks\":[");
    private static final byte[] NULL = text("(null)");

    private final LineOutput out;
    private final OperationFilter filter;
    private final Pseudonyms pseudonyms;
    private final FilterShape shapes = new FilterShape();
    private final JsonBuffer json = new JsonBuffer();
    private long lastSecond = Long.MIN_VALUE;
    private byte[] lastText;

    public JsonLinesWriter(LineOutput out, OperationFilter filter, Pseudonyms pseudonyms) {
        this.out = out;
        this.filter = filter;
        this.pseudonyms = pseudonyms;
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(US_ASCII);
    }

    @Override
    public void operation(Operation operation) {
        if (!filter.selects(operation)) {
            return;
        }
        who(operation);
        result(operation);
        what(operation);
        json.raw('}');
        json.raw('\n');
        if (json.length() > LineOutput.PIECE) {
            out.write(json);
        }
    }

    @Override
    public void blockRead() {
        if (out.isLive()) {
            flush();
        }
    }

    @Override
    public void flush() {
        out.write(json);
    }

    private void who(Operation operation) {
        number(RUN, operation.connection.run);
        number(CONN, operation.connection.number);
        number(OP, operation.number);
        if (operation.internal) {
            json.raw(INTERNAL);
            if (operation.internalId >= 0) {
                number(ID, operation.internalId);
                number(NESTING, operation.nesting);
            }
            json.raw('}');
        }
        json.raw(TYPE);
        json.raw(operation.type.ascii());
        json.raw('"');
        string(CLIENT, pseudonyms.client(operation.connection.client));
        string(BIND_DN, pseudonyms.name(operation.bindDn));
        string(AUTHZID, pseudonyms.name(operation.authzid));
        time(START, operation.start);
        time(END, operation.end);
        json.raw(ENDED);
        json.raw(operation.ended.ascii());
        json.raw('"');
    }

    private void result(Operation operation) {
        present(ERR, operation.err);
        present(NENTRIES, operation.nentries);
        present(OPTIME, operation.optime);
        present(WTIME, operation.wtime);
        present(ETIME, operation.etime);
        list(NOTES, operation.notes, ',');
        string(MESSAGE, pseudonyms.freeText(operation.message));
    }

    private void what(Operation operation) {
        list(ATTRS, operation.attrs, ' ');
        switch (operation.type) {
            case SRCH:
                search(operation);
                break;
            case EXT:
                string(OID, operation.detail);
                string(NAME, operation.name);
                break;
            case BIND:
                string(TARGET, pseudonyms.name(operation.dn));
                string(MECH, operation.detail);
                break;
            default:
                string(TARGET, pseudonyms.name(operation.dn));
                string(NEWRDN, pseudonyms.name(operation.detail));
                string(SUPERIOR, pseudonyms.name(operation.name));
        }
        if (!operation.remarks.isEmpty() && !pseudonyms.isOn()) {
            remarks(operation);
        }
    }

    private void search(Operation operation) {
        if (operation.dn != null) {
            json.raw(BASE);
            json.string(pseudonyms.name(operation.dn));
        }
        if (operation.scope >= 0 && operation.scope < SCOPES.length) {
            json.raw(SCOPE);
            json.raw(SCOPES[operation.scope]);
        }
        string(FILTER, pseudonyms.freeText(operation.filter));
        string(SHAPE, operation.shape(shapes));
        if (operation.filter != null && FilterShape.isCut(operation.filter)) {
            json.raw(CUT);
        }
    }

    private void remarks(Operation operation) {
        json.raw(REMARKS);
        for (int i = 0; i < operation.remarks.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            json.string(operation.remarks.get(i));
        }
        json.raw(']');
    }

    private void number(byte[] key, long number) {
        json.raw(key);
        json.number(number);
    }

    private void present(byte[] key, long number) {
        if (number != LogRecord.ABSENT) {
            number(key, number);
        }
    }

    /** The server writes (null) where there is none. */
    private void string(byte[] key, byte[] value) {
        if (value != null && value.length > 0 && !java.util.Arrays.equals(value, NULL)) {
            json.raw(key);
            json.string(value);
        }
    }

    // "U,P" -> ["U","P"]
    private void list(byte[] key, byte[] words, char separator) {
        if (words == null || words.length == 0) {
            return;
        }
        json.raw(key);
        char before = '[';
        int start = 0;
        for (int at = 0; at <= words.length; at++) {
            if (at == words.length || words[at] == separator) {
                if (at > start) {
                    json.raw(before);
                    json.string(words, start, at);
                    before = ',';
                }
                start = at + 1;
            }
        }
        if (before == '[') {
            json.raw('[');
        }
        json.raw(']');
    }

    private void time(byte[] key, long nanos) {
        long second = Math.floorDiv(nanos, SECOND);
        if (second != lastSecond) {
            lastSecond = second;
            lastText = text(SECONDS.format(Instant.ofEpochSecond(second)));
        }
        json.raw(key);
        json.raw(lastText);
        json.digits(Math.floorMod(nanos, SECOND), 9);
        json.raw('Z');
        json.raw('"');
    }
}
