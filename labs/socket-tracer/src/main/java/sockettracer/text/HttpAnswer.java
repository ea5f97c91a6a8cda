package sockettracer.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads as much of HTTP/1.1 as it takes to know where an answer ends, and what is in it. */
public final class HttpAnswer {

    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,18})");
    private static final Pattern CHUNKED = Pattern.compile("\r\ntransfer-encoding: *chunked");
    private static final Pattern ENCODED = Pattern.compile("\r\ncontent-encoding: *(gzip|br|deflate|zstd)");
    private static final Pattern NO_BODY = Pattern.compile("http/1\\.. (204|304) ");

    private HttpAnswer() {}

    /**
     * Whether all of an answer has been written.
     *
     * @param first its first bytes, all of the headers among them
     * @param last its last bytes, empty where they are not known
     * @param count how many there are in all
     */
    public static boolean isComplete(byte[] first, byte[] last, long count) {
        String text = new String(first, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEADERS);
        if (end < 0 || !text.startsWith("HTTP/1.")) {
            return false;
        }
        String headers = text.substring(0, end).toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(headers);
        if (length.find()) {
            return count >= end + END_OF_HEADERS.length() + Long.parseLong(length.group(1));
        }
        return NO_BODY.matcher(headers).lookingAt()
                || CHUNKED.matcher(headers).find()
                        && new String(last, StandardCharsets.ISO_8859_1).endsWith("\r\n0\r\n\r\n");
    }

    /** Whether it is compressed, so that its text cannot be seen. */
    public static boolean isCompressed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEADERS);
        return end > 0
                && text.startsWith("HTTP/1.")
                && ENCODED.matcher(text.substring(0, end).toLowerCase(Locale.ROOT))
                        .find();
    }

    /** What comes after the headers; all of it where it has none. */
    public static byte[] body(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEADERS);
        return end > 0 && text.startsWith("HTTP/1.")
                ? java.util.Arrays.copyOfRange(bytes, end + END_OF_HEADERS.length(), bytes.length)
                : bytes;
    }
}
