package traces.zipkin;

import java.util.Arrays;
import java.util.List;
import zipkin2.DependencyLink;
import zipkin2.Span;
import zipkin2.codec.DependencyLinkBytesEncoder;
import zipkin2.codec.SpanBytesEncoder;

/**
 * Writes JSON as Zipkin does, but always JSON.
 *
 * <p>Zipkin's own writer makes room for some letters twice over, as for U+2028 beside a letter of two bytes, and leaves zeros
 * there. A browser reads none of an answer with such a zero in it, so one span's name could hide every trace.
 */
final class ZipkinJson {

    private ZipkinJson() {}

    static byte[] of(List<Span> trace) {
        return withoutZeros(SpanBytesEncoder.JSON_V2.encodeList(trace));
    }

    static byte[] ofLinks(List<DependencyLink> links) {
        return withoutZeros(DependencyLinkBytesEncoder.JSON_V1.encodeList(links));
    }

    /** A zero that someone sent is written as an escape, and stays. */
    private static byte[] withoutZeros(byte[] json) {
        int length = 0;
        for (byte letter : json) {
            json[length] = letter;
            length += letter == 0 ? 0 : 1;
        }
        return length == json.length ? json : Arrays.copyOf(json, length);
    }
}
