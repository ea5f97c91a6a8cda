package accesslog.filter;

import accesslog.record.Bytes;

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

    private static final String CUT = "...";
    /** Deeper than any filter of a server's; a stack has an end. */
    private static final int DEEPEST = 600;
    /** Siblings that are compared with the next one. */
    private static final int MOST_SIBLINGS = 64;

    private byte[] in;
    private int at;
    private int end;
    private boolean cut;
    private final ShapeBuffer out = new ShapeBuffer();

    /** Gives the shape, or null where the text is no filter. */
    public byte[] of(byte[] filter) {
        in = filter;
        at = 0;
        end = filter.length;
        cut = isCut(filter);
        end -= cut ? CUT.length() : 0;
        out.cutTo(0);
        boolean read = end > 0 && (in[0] == '(' ? node(0) : bare());
        return read && at == end ? out.copy() : null;
    }

    /** Says whether the server has cut a filter: past 512 bytes it ends in dots, so that a bracket is missing. */
    public static boolean isCut(byte[] filter) {
        return Bytes.endsWith(filter, 0, filter.length, CUT) && filter[0] == '(';
    }

    /** Internal searches come without brackets: objectclass=vlvsearch */
    private boolean bare() {
        out.put('(');
        return item() && out.put(')');
    }

    private boolean node(int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        int start = out.length();
        at++;
        out.put('(');
        boolean read = inner(depth);
        if (cut && at >= end) {
            return closed(start, read);
        }
        if (!read || at >= end || in[at] != ')') {
            return false;
        }
        at++;
        return out.put(')');
    }

    /** Keeps what was read before the cut; a part without an attribute's whole name says nothing. */
    private boolean closed(int start, boolean read) {
        if (!read) {
            out.cutTo(start);
            return start == 0 ? out.put('(') && out.put(')') : true;
        }
        return out.put(')');
    }

    private boolean inner(int depth) {
        if (at >= end) {
            return false;
        }
        switch (in[at]) {
            case '&':
            case '|':
                out.put(in[at++]);
                return siblings(depth);
            case '!':
                out.put(in[at++]);
                return at < end && in[at] == '(' && node(depth + 1);
            default:
                return item();
        }
    }

    private boolean siblings(int depth) {
        int[] starts = new int[MOST_SIBLINGS + 1];
        int count = 0;
        while (at < end && in[at] == '(') {
            int start = out.length();
            if (!node(depth + 1)) {
                return false;
            }
            if (isKnown(starts, count, start)) {
                out.cutTo(start);
            } else if (count < MOST_SIBLINGS) {
                starts[count++] = start;
                starts[count] = out.length();
            }
        }
        return true;
    }

    private boolean isKnown(int[] starts, int count, int start) {
        for (int i = 0; i < count; i++) {
            if (out.endsAgainWith(starts[i], starts[i + 1], start)) {
                return true;
            }
        }
        return start == out.length();
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
        out.put(in, start, at);
        int value = at;
        while (at < end && in[at] != ')' && in[at] != '(') {
            at++;
        }
        if (at < end && in[at] == '(') {
            return false;
        }
        FilterValue.generalise(in, start, value, at, at < end || !cut, out);
        return true;
    }
}
