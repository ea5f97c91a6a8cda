package accesslog.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

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

    private static final Pattern VALUE = Pattern.compile("[^*]+");

    private FilterValue() {}

    /**
     * Writes the value that stands from {@code value} to {@code end}; what is before it is written already.
     *
     * @param attribute where the attribute begins; its operator ends at the value
     * @param whole false where the server has cut the filter within this value
     */
    static void generalise(byte[] filter, int attribute, int value, int end, boolean whole, ShapeBuffer out) {
        String shape = VALUE.matcher(new String(filter, value, end - value, ISO_8859_1))
                .replaceAll("...");
        out.put(shape.getBytes(ISO_8859_1), 0, shape.length());
    }
}
