package traces.zipkin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The text that a PNG carries beside its pixels, in a chunk of type iTXt: what the picture shows, for a program.
 *
 * <pre>
 *   length, "iTXt", "Description", 0, not compressed: 0 0, no language: 0, no translation: 0, the text in UTF-8, CRC
 * </pre>
 */
final class PngDescription {

    private static final byte[] TYPE = "iTXt".getBytes(ISO_8859_1);
    private static final byte[] HEAD = "Description\0\0\0\0\0".getBytes(ISO_8859_1);
    private static final int SIGNATURE = 8;
    // Of each chunk: its length and its type before the content, its CRC behind it.
    private static final int BEFORE = 8;
    private static final int BEHIND = 4;

    private PngDescription() {}

    /** Returns the PNG with this text in front of its last chunk, which marks the end. */
    static byte[] add(byte[] png, String text) {
        int end = png.length - BEFORE - BEHIND;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(png, 0, end);
        all.writeBytes(chunk(text.getBytes(UTF_8)));
        all.write(png, end, png.length - end);
        return all.toByteArray();
    }

    private static byte[] chunk(byte[] text) {
        int length = HEAD.length + text.length;
        ByteBuffer chunk = ByteBuffer.allocate(BEFORE + length + BEHIND);
        chunk.putInt(length).put(TYPE).put(HEAD).put(text);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), BEHIND, TYPE.length + length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    /** Returns the text of a PNG; empty where it has none. */
    static String of(byte[] png) {
        ByteBuffer chunks = ByteBuffer.wrap(png);
        for (int at = SIGNATURE; at < png.length; at += BEFORE + chunks.getInt(at) + BEHIND) {
            byte[] content = Arrays.copyOfRange(png, at + BEFORE, at + BEFORE + chunks.getInt(at));
            boolean isText = Arrays.equals(png, at + BEHIND, at + BEFORE, TYPE, 0, TYPE.length);
            if (isText && Arrays.mismatch(content, HEAD) == HEAD.length) {
                return new String(content, HEAD.length, content.length - HEAD.length, UTF_8);
            }
        }
        return "";
    }
}
