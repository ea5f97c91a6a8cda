package traces.model;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The spans of a trace that have arrived so far.
 *
 * @param id 32 hex digits
 * @param spans in the order of their arrival, so children mostly before their parents; never empty
 */
public record Trace(String id, List<Span> spans) {

    public Trace {
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a trace without spans: " + id);
        }
        spans = List.copyOf(spans);
    }

    /** Reads the traces, each with its spans, from OTLP's form. */
    public static List<Trace> of(TracesData data) {
        Map<String, List<Span>> traces = new LinkedHashMap<>();
        for (ResourceSpans ofResource : data.getResourceSpansList()) {
            for (ScopeSpans ofScope : ofResource.getScopeSpansList()) {
                SpanOrigin origin = origin(ofResource, ofScope);
                for (io.opentelemetry.proto.trace.v1.Span proto : ofScope.getSpansList()) {
                    Span span = new Span(proto, origin);
                    traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>())
                            .add(span);
                }
            }
        }
        return traces.entrySet().stream()
                .map(trace -> new Trace(trace.getKey(), trace.getValue()))
                .toList();
    }

    public static SpanOrigin origin(ResourceSpans ofResource, ScopeSpans ofScope) {
        return new SpanOrigin(
                ofResource.getResource(), ofResource.getSchemaUrl(), ofScope.getScope(), ofScope.getSchemaUrl());
    }

    /**
     * Writes the trace in OTLP's form, each origin once; {@link #of} reads it again, with the spans of one origin
     * together.
     */
    public TracesData toOtlp() {
        Map<SpanOrigin, ScopeSpans.Builder> scopes = new LinkedHashMap<>();
        for (Span span : spans) {
            InstrumentationScope scope = span.origin().scope();
            scopes.computeIfAbsent(
                            span.origin(),
                            origin -> ScopeSpans.newBuilder().setScope(scope).setSchemaUrl(origin.scopeSchema()))
                    .addSpans(span.proto());
        }
        TracesData.Builder data = TracesData.newBuilder();
        scopes.forEach((origin, ofScope) -> data.addResourceSpans(ResourceSpans.newBuilder()
                .setResource(origin.resource())
                .setSchemaUrl(origin.resourceSchema())
                .addScopeSpans(ofScope)));
        return data.build();
    }

    /** Returns the services of the spans, in the order in which the first span of each arrived. */
    public LinkedHashSet<String> services() {
        LinkedHashSet<String> services = new LinkedHashSet<>();
        spans.forEach(span -> services.add(span.service()));
        return services;
    }
}
