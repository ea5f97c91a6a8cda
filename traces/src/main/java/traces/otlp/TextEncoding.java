package traces.otlp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Recognises the encoding of JSON: PowerShell's {@code >} writes UTF-16, and some editors a mark before UTF-8. */
final class TextEncoding {

    private static final int MARK = 0xfeff;

    private TextEncoding() {}

    /** Returns the bytes in UTF-8, without a byte order mark. */
    static byte[] utf8(byte[] text) {
        Charset charset = charset(text);
        boolean marked = text.length > 2 && (text[0] & 0xff) == 0xef && (text[1] & 0xff) == 0xbb;
        if (charset.equals(StandardCharsets.UTF_8) && !marked) {
            return text;
        }
        String decoded = new String(text, charset);
        return (decoded.charAt(0) == MARK ? decoded.substring(1) : decoded).getBytes(StandardCharsets.UTF_8);
    }

    /** JSON begins with an ASCII letter, of which UTF-16 makes a zero byte and itself. */
    private static Charset charset(byte[] text) {
        if (text.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = text[0] & 0xff;
        int second = text[1] & 0xff;
        if (first == 0xff && second == 0xfe || first != 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0xfe && second == 0xff || first == 0 && second != 0
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }
}
