package traces.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import traces.model.SpanOrigin;

/** Who made a span, still encoded: as objects, two million empty attributes would take thirty times what they were sent as. */
record EncodedOrigin(ByteString resource, String resourceSchema, ByteString scope, String scopeSchema) {

    static EncodedOrigin of(ResourceSpans ofResource, ScopeSpans ofScope) {
        return new EncodedOrigin(
                ofResource.getResource().toByteString(),
                ofResource.getSchemaUrl(),
                ofScope.getScope().toByteString(),
                ofScope.getSchemaUrl());
    }

    /** In bytes, without what it costs to keep any. */
    long size() {
        return (long) resource.size() + scope.size() + resourceSchema.length() + scopeSchema.length();
    }

    SpanOrigin decoded() {
        try {
            return new SpanOrigin(
                    Resource.parseFrom(resource), resourceSchema, InstrumentationScope.parseFrom(scope), scopeSchema);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("an origin that the store encoded itself", e);
        }
    }
}
