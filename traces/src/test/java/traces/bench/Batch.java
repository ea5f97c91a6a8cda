package traces.bench;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import traces.model.Span;
import traces.model.Trace;
import traces.zipkin.ZipkinSpans;
import zipkin2.codec.SpanBytesEncoder;

/**
 * The same spans in two wire formats, to be sent again and again as new traces: only the bytes of the trace ids change, so that
 * making a load costs next to nothing beside taking it.
 */
final class Batch {

    private final byte[] encoded;
    private final List<List<Integer>> placesOfIds;
    private final int spans;

    private Batch(byte[] encoded, List<List<Integer>> placesOfIds, int spans) {
        this.encoded = encoded;
        this.placesOfIds = placesOfIds;
        this.spans = spans;
    }

    /** In OTLP's protobuf. */
    static Batch otlp(List<Trace> traces) {
        List<Span> all =
                traces.stream().flatMap(trace -> trace.spans().stream()).toList();
        return of(new Trace("all", all).toOtlp().toByteArray(), traces);
    }

    /** In Zipkin's protobuf. */
    static Batch zipkin(List<Trace> traces) {
        List<zipkin2.Span> all = traces.stream()
                .flatMap(trace -> trace.spans().stream())
                .map(ZipkinSpans::of)
                .toList();
        return of(SpanBytesEncoder.PROTO3.encodeList(all), traces);
    }

    private static Batch of(byte[] encoded, List<Trace> traces) {
        List<List<Integer>> places = traces.stream()
                .map(trace -> places(
                        encoded,
                        trace.spans().get(0).proto().getTraceId(),
                        trace.spans().size()))
                .toList();
        return new Batch(
                encoded,
                places,
                traces.stream().mapToInt(trace -> trace.spans().size()).sum());
    }

    /** Where the id stands: once in each span, or the format is another than this believes. */
    private static List<Integer> places(byte[] encoded, ByteString id, int spans) {
        byte[] wanted = id.toByteArray();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + wanted.length <= encoded.length; at++) {
            if (Arrays.equals(encoded, at, at + wanted.length, wanted, 0, wanted.length)) {
                places.add(at);
            }
        }
        if (places.size() != spans) {
            throw new IllegalStateException("a trace id stands " + places.size() + " times in " + spans + " spans");
        }
        return places;
    }

    int spans() {
        return spans;
    }

    /** The batch with new trace ids. @param number of this use; no two have the same ids */
    byte[] with(long number) {
        byte[] copy = encoded.clone();
        ByteBuffer buffer = ByteBuffer.wrap(copy);
        for (int trace = 0; trace < placesOfIds.size(); trace++) {
            for (int place : placesOfIds.get(trace)) {
                // Spread as random ids are: some stores sort by them.
                buffer.putLong(place, (number + 1) * 0x9E3779B97F4A7C15L);
                buffer.putLong(place + Long.BYTES, number * 1000 + trace + 1);
            }
        }
        return copy;
    }
}
