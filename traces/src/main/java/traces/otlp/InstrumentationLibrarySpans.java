package traces.otlp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/**
 * The message that held the spans of a library in OTLP's versions 0.15 to 0.19, beside its successor {@link ScopeSpans},
 * whose fields have the same numbers.
 */
final class InstrumentationLibrarySpans {

    private static final int FIELD = 1_000;

    private InstrumentationLibrarySpans() {}

    /** Returns the request with the spans that only stand in the old field. */
    static ExportTraceServiceRequest upgraded(ExportTraceServiceRequest request) throws InvalidProtocolBufferException {
        if (request.getResourceSpansList().stream().noneMatch(InstrumentationLibrarySpans::isOld)) {
            return request;
        }
        ExportTraceServiceRequest.Builder upgraded = request.toBuilder();
        for (ResourceSpans.Builder ofResource : upgraded.getResourceSpansBuilderList()) {
            if (isOld(ofResource.build())) {
                for (ByteString old :
                        ofResource.getUnknownFields().getField(FIELD).getLengthDelimitedList()) {
                    ofResource.addScopeSpans(ScopeSpans.parseFrom(old));
                }
            }
        }
        return upgraded.build();
    }

    private static boolean isOld(ResourceSpans ofResource) {
        return ofResource.getScopeSpansCount() == 0
                && ofResource.getUnknownFields().hasField(FIELD);
    }
}
