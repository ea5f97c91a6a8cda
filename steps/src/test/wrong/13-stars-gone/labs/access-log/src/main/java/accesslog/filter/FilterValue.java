package accesslog.filter;

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
        boolean plain = isPlain(filter, value);
        if (whole && plain && isObjectClass(filter, attribute, value - 1)) {
            out.put(filter, value, end);
        } else {
            out.putDots();
        }
    }

    /** Says whether the operator is "=" alone, and not ">=", "<=", "~=" or ":=", behind which a star is a letter. */
    private static boolean isPlain(byte[] filter, int value) {
        return ":~<>".indexOf(filter[value - 2]) < 0;
    }

    private static boolean isObjectClass(byte[] filter, int start, int stop) {
        return stop - start == OBJECT_CLASS.length()
                && new String(filter, start, stop - start, StandardCharsets.ISO_8859_1).equalsIgnoreCase(OBJECT_CLASS);
    }
}
