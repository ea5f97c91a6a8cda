package traces.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.TracesData;

/**
 * Traces as JSON, in the form that OTLP gives it: that of protobuf, but for ids, which are hex, and enums, which are numbers.
 *
 * <pre>
 *   {"resourceSpans":[{"scopeSpans":[{"spans":[
 *     {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174","name":"GET /beers","kind":2,
 *      "startTimeUnixNano":"1544712660000000000"}]}]}]}
 * </pre>
 */
public final class OtlpJson {

    private OtlpJson() {}

    /** @throws InvalidOtlp when it isn't that; fields that OTLP doesn't know are none of our business */
    public static TracesData read(byte[] json) throws InvalidOtlp {
        TracesData.Builder traces = TracesData.newBuilder();
        OtlpJsonReader.read(json, traces);
        return traces.build();
    }

    /** The same, as a receiver gets it. */
    static ExportTraceServiceRequest readRequest(byte[] json) throws InvalidOtlp {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        OtlpJsonReader.read(json, request);
        return request.build();
    }

    /** On one line, in ASCII: it may be printed, and a terminal obeys some of the other characters. */
    public static String write(TracesData traces) {
        return OtlpJsonWriter.write(traces);
    }
}
