package accesslog.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds JSON text as bytes. Texts of the log are copied, and looked at only where they are not plain ASCII. */
final class JsonBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1 << 17];
    private int length;

    int length() {
        return length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    /** Text of our own, without anything to escape. */
    void raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, length, ascii.length);
        length += ascii.length;
    }

    void raw(char letter) {
        room(1);
        bytes[length++] = (byte) letter;
    }

    void digits(long number, int width) {
        room(width);
        long rest = number;
        for (int at = length + width - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
    }

    void number(long number) {
        if (number < 0) {
            raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int width = 1;
        for (long limit = 10; width < 19 && number >= limit; limit *= 10) {
            width++;
        }
        digits(number, width);
    }

    void string(byte[] utf8) {
        string(utf8, 0, utf8.length);
    }

    void string(byte[] utf8, int start, int end) {
        raw('"');
        room(end - start);
        int to = length;
        for (int at = start; at < end; at++) {
            byte letter = utf8[at];
            if (letter < ' ' || letter == '"' || letter == '\\' || letter == 127) {
                escaped(utf8, start, end);
                raw('"');
                return;
            }
            bytes[to++] = letter;
        }
        length = to;
        raw('"');
    }

    /** Bytes that are no UTF-8 become the sign for those; control characters are escaped. */
    private void escaped(byte[] utf8, int start, int end) {
        byte[] valid = valid(utf8, start, end);
        room(valid.length * 6);
        for (byte letter : valid) {
            if (letter == '"' || letter == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = letter;
            } else if (letter >= 0 && letter < ' ' || letter == 127) {
                raw(new byte[] {'\\', 'u', '0', '0', HEX[letter >> 4], HEX[letter & 15]});
            } else {
                bytes[length++] = letter;
            }
        }
    }

    private static byte[] valid(byte[] utf8, int start, int end) {
        try {
            CharBuffer strict = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8, start, end - start));
            return strict == null ? utf8 : Arrays.copyOfRange(utf8, start, end);
        } catch (CharacterCodingException e) {
            return new String(utf8, start, end - start, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
