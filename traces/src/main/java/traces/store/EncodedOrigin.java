package traces.store;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;
import traces.model.SpanOrigin;

/**
 * The origin of a span, still encoded: as objects, two million empty attributes would take thirty times their encoded
 * size.
 */
record EncodedOrigin(ByteString resource, String resourceSchema, ByteString scope, String scopeSchema) {

    static EncodedOrigin of(ResourceSpans ofResource, ScopeSpans ofScope) {
        return new EncodedOrigin(
                ofResource.getResource().toByteString(),
                ofResource.getSchemaUrl(),
                ofScope.getScope().toByteString(),
                ofScope.getSchemaUrl());
    }

    /** Counts its bytes, without the memory that any object takes. */
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

    /** Writes a ResourceSpans message with these encoded spans, by field numbers, so that no span has to be decoded. */
    ByteString resourceSpans(Field spans) {
        return message(field(resource), field(message(field(scope), spans, field(scopeSchema))), field(resourceSchema));
    }

    private static ByteString message(Field first, Field second, Field third) {
        return UnknownFieldSet.newBuilder()
                .addField(1, first)
                .addField(2, second)
                .addField(3, third)
                .build()
                .toByteString();
    }

    private static Field field(String text) {
        return field(ByteString.copyFromUtf8(text));
    }

    private static Field field(ByteString bytes) {
        return Field.newBuilder().addLengthDelimited(bytes).build();
    }

    /** Keeps one of equal origins: a service sends its origin again with every batch of spans. */
    static final class Cache {

        // Weak, so that an origin goes with its last span.
        private final Map<EncodedOrigin, WeakReference<EncodedOrigin>> origins = new WeakHashMap<>();

        synchronized EncodedOrigin same(EncodedOrigin origin) {
            WeakReference<EncodedOrigin> known = origins.get(origin);
            EncodedOrigin same = known == null ? null : known.get();
            if (same == null) {
                origins.put(origin, new WeakReference<>(origin));
                return origin;
            }
            return same;
        }
    }
}
