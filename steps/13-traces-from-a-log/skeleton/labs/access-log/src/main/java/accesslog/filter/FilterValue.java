package accesslog.filter;

import accesslog.record.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Generalises one value of a filter: dots for what a client looked for, the stars between stay, and so do values of objectClass.
 *
 * <pre>
 *   (uid=ana)             ->   (uid=...)
 *   (cn=an*s*)            ->   (cn=...*...*)
 *   (mail=*)              ->   (mail=*)
 *   (objectClass=person)  ->   (objectClass=person)
 * </pre>
 */
final class FilterValue {

    private static final String OBJECT_CLASS = "objectclass";

    private FilterValue() {}

    /**
     * Writes the value that stands from {@code value} to {@code end}; what is before it is written already.
     *
     * @param attribute where the attribute begins; its operator ends at the value
     * @param whole false where the server has cut the filter within this value
     */
    static void generalise(byte[] filter, int attribute, int value, int end, boolean whole, ShapeBuffer out) {
        // TODO(lab 13): keep what says what kind of question it is, and put dots for what was looked for.
        out.put(filter, value, end);
    }

    /** Says whether the operator is "=" alone, and not ">=", "<=", "~=" or ":=", behind which a star is a letter. */
    private static boolean isPlain(byte[] filter, int value) {
        return ":~<>".indexOf(filter[value - 2]) < 0;
    }

    private static boolean isObjectClass(byte[] filter, int start, int stop) {
        return stop - start == OBJECT_CLASS.length()
                && new String(filter, start, stop - start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(OBJECT_CLASS);
    }

    private static boolean hasStar(byte[] filter, int value, int end) {
        return Bytes.indexOf(filter, value, end, '*') >= 0;
    }

    // "a*b*c" -> "...*...*...", "*" stays
    private static void putParts(byte[] filter, int value, int end, ShapeBuffer out) {
        for (int i = value; i < end; i++) {
            if (filter[i] == '*') {
                out.put('*');
            } else if (i == value || filter[i - 1] == '*') {
                out.putDots();
            }
        }
    }
}
