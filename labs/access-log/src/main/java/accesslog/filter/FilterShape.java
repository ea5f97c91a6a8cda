package accesslog.filter;

import accesslog.record.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Generalises search filters, so that those which differ only in their values become equal.
 *
 * <pre>
 *   (&amp;(objectClass=person)(|(uid=ana)(uid=bo)(mail=*)))   ->   (&amp;(objectClass=person)(|(uid=...)(mail=*)))
 * </pre>
 *
 * Values of objectClass stay, as do the stars; equal siblings become one; a filter that the server has cut is closed where it ends.
 */
public final class FilterShape {

    private static final byte[] VALUE = "...".getBytes(StandardCharsets.US_ASCII);
    private static final String OBJECT_CLASS = "objectclass";
    /** Deeper than any filter of a server's; a stack has an end. */
    private static final int DEEPEST = 600;
    /** Siblings that are compared with the next one. */
    private static final int MOST_SIBLINGS = 64;

    private byte[] in;
    private int at;
    private int end;
    private boolean cut;
    private byte[] out = new byte[1024];
    private int length;

    /** Gives the shape, or null where the text is no filter. */
    public byte[] of(byte[] filter) {
        in = filter;
        at = 0;
        end = filter.length;
        cut = isCut(filter);
        end -= cut ? VALUE.length : 0;
        length = 0;
        boolean read = end > 0 && (in[0] == '(' ? node(0) : bare());
        return read && at == end ? Arrays.copyOf(out, length) : null;
    }

    /** Says whether the server has cut a filter: past 512 bytes it ends in dots, so that a bracket is missing. */
    public static boolean isCut(byte[] filter) {
        return Bytes.endsWith(filter, 0, filter.length, "...") && filter[0] == '(';
    }

    /** Internal searches come without brackets: objectclass=vlvsearch */
    private boolean bare() {
        put('(');
        return item() && put(')');
    }

    private boolean node(int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        int start = length;
        at++;
        put('(');
        boolean read = inner(depth);
        if (cut && at >= end) {
            return closed(start, read);
        }
        if (!read || at >= end || in[at] != ')') {
            return false;
        }
        at++;
        return put(')');
    }

    /** Keeps what was read before the cut; a part without an attribute's whole name says nothing. */
    private boolean closed(int start, boolean read) {
        if (!read) {
            length = start;
            return start == 0 ? put('(') && put(')') : true;
        }
        return put(')');
    }

    private boolean inner(int depth) {
        if (at >= end) {
            return false;
        }
        switch (in[at]) {
            case '&':
            case '|':
                put(in[at++]);
                return siblings(depth);
            case '!':
                put(in[at++]);
                return at < end && in[at] == '(' && node(depth + 1);
            default:
                return item();
        }
    }

    private boolean siblings(int depth) {
        int[] starts = new int[MOST_SIBLINGS + 1];
        int count = 0;
        while (at < end && in[at] == '(') {
            int start = length;
            if (!node(depth + 1)) {
                return false;
            }
            if (isKnown(starts, count, start)) {
                length = start;
            } else if (count < MOST_SIBLINGS) {
                starts[count++] = start;
                starts[count] = length;
            }
        }
        return true;
    }

    private boolean isKnown(int[] starts, int count, int start) {
        for (int i = 0; i < count; i++) {
            if (Arrays.equals(out, starts[i], starts[i + 1], out, start, length)) {
                return true;
            }
        }
        return start == length;
    }

    /** Reads attribute, operator and value: cn=a*b, sn~=smyth, cn:dn:caseExactMatch:=x */
    private boolean item() {
        int start = at;
        while (at < end && in[at] != '=' && in[at] != ')' && in[at] != '(') {
            at++;
        }
        if (at >= end || in[at] != '=' || at == start) {
            return false;
        }
        at++;
        put(start, at);
        int value = at;
        while (at < end && in[at] != ')' && in[at] != '(') {
            at++;
        }
        if (at < end && in[at] == '(') {
            return false;
        }
        value(start, value);
        return true;
    }

    private void value(int attribute, int value) {
        boolean whole = at < end || !cut;
        boolean plain = ":~<>".indexOf(in[value - 2]) < 0;
        if (whole && plain && isObjectClass(attribute, value - 1)) {
            put(value, at);
        } else if (plain && Bytes.indexOf(in, value, at, '*') >= 0) {
            parts(value);
        } else {
            put(VALUE);
        }
    }

    private boolean isObjectClass(int start, int stop) {
        return stop - start == OBJECT_CLASS.length()
                && new String(in, start, stop - start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(OBJECT_CLASS);
    }

    // "a*b*c" -> "...*...*...", "*" stays
    private void parts(int value) {
        for (int i = value; i < at; i++) {
            if (in[i] == '*') {
                put('*');
            } else if (i == value || in[i - 1] == '*') {
                put(VALUE);
            }
        }
    }

    private void put(byte[] text) {
        for (byte letter : text) {
            put(letter);
        }
    }

    private void put(int start, int stop) {
        for (int i = start; i < stop; i++) {
            put(in[i]);
        }
    }

    private boolean put(int letter) {
        if (length == out.length) {
            out = Arrays.copyOf(out, out.length * 2);
        }
        out[length++] = (byte) letter;
        return true;
    }
}
