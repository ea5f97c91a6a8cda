package traces.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes traces as OTLP's JSON: that of protobuf, except that ids are hex, and enums are numbers.
 *
 * <pre>
 *   {"resourceSpans":[{"scopeSpans":[{"spans":[
 *     {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"GET /beers","kind":2,
 *      "startTimeUnixNano":"1544712660000000000"}]}]}]}
 * </pre>
 */
public final class OtlpJson {

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().omittingInsignificantWhitespace().printingEnumsAsInts();

    // Within a text, a quote has a backslash before it: what stands between bare quotes and before a colon is a key.
    private static final Pattern ID = Pattern.compile("\"(traceId|spanId|parentSpanId)\":\"([^\"]*+)\"");

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x20-\\x7e]");

    private OtlpJson() {}

    /**
     * Reads traces; fields that OTLP does not know are left out.
     *
     * @throws InvalidOtlp when the bytes are not OTLP's JSON
     */
    public static TracesData read(byte[] json) throws InvalidOtlp {
        return read(json, foreign -> {});
    }

    /** @param foreign takes a sentence about a part that is not OTLP, and is left out */
    static TracesData read(byte[] json, Consumer<String> foreign) throws InvalidOtlp {
        TracesData.Builder traces = TracesData.newBuilder();
        OtlpJsonReader.read(json, traces, foreign);
        return traces.build();
    }

    /** Reads the request that a receiver gets. */
    static ExportTraceServiceRequest readRequest(byte[] json, Consumer<String> foreign) throws InvalidOtlp {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        OtlpJsonReader.read(json, request, foreign);
        return request.build();
    }

    /** Writes a message on one line, in ASCII: it may be printed, and a terminal obeys some of the other characters. */
    public static String write(MessageOrBuilder message) {
        try {
            String json = ID.matcher(PRINTER.print(message))
                    .replaceAll(id -> "\"" + id.group(1) + "\":\"" + hex(id.group(2)) + "\"");
            return NOT_ASCII.matcher(json).replaceAll(letter -> escaped(letter.group()));
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException("a message that cannot be written as JSON", e);
        }
    }

    // 🍩 -> \\ud83c\\udf69, with each backslash doubled for the replacement
    private static String escaped(String letter) {
        return letter.chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
