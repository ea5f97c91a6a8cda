package traces.zipkin;

import java.util.Arrays;
import java.util.List;
import zipkin2.DependencyLink;
import zipkin2.Span;
import zipkin2.codec.DependencyLinkBytesEncoder;
import zipkin2.codec.SpanBytesEncoder;

/**
 * Writes JSON with Zipkin's writer, and repairs a fault of it.
 *
 * <p>The writer of version 3.6.0 reserves too much room for some characters, such as U+2028 beside a character of two
 * bytes, and leaves zero bytes there. A browser rejects a whole answer with such a byte, so one span's name could hide
 * all traces.
 */
final class ZipkinJson {

    private ZipkinJson() {}

    static byte[] of(List<Span> trace) {
        return withoutZeros(SpanBytesEncoder.JSON_V2.encodeList(trace));
    }

    static byte[] ofLinks(List<DependencyLink> links) {
        return withoutZeros(DependencyLinkBytesEncoder.JSON_V1.encodeList(links));
    }

    /** Removes zero bytes; the character U+0000 is written as an escape, and stays. */
    private static byte[] withoutZeros(byte[] json) {
        int length = 0;
        for (byte letter : json) {
            json[length] = letter;
            length += letter == 0 ? 0 : 1;
        }
        return length == json.length ? json : Arrays.copyOf(json, length);
    }
}
