package traces.model;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;

/**
 * The origin of a span: the program (OTLP's resource) and, within it, the instrumentation (OTLP's scope).
 *
 * @param resourceSchema the schema URL of the resource, or empty
 * @param scopeSchema the schema URL of the scope, or empty
 * @param service {@code service.name}; never empty
 * @param instance {@code service.instance.id}, which tells two runs of the same service apart; empty where there is
 *     none
 */
public record SpanOrigin(
        Resource resource,
        String resourceSchema,
        InstrumentationScope scope,
        String scopeSchema,
        String service,
        String instance) {

    /** The name that OpenTelemetry's SDKs give a program without a name. */
    public static final String NO_NAME = "unknown_service";

    /** Looks its names up once: every span is asked for its service, and a resource may have many attributes. */
    public SpanOrigin(Resource resource, String resourceSchema, InstrumentationScope scope, String scopeSchema) {
        this(
                resource,
                resourceSchema,
                scope,
                scopeSchema,
                AttributeText.find(resource.getAttributesList(), "service.name")
                        .filter(name -> !name.isBlank())
                        .orElse(NO_NAME),
                AttributeText.find(resource.getAttributesList(), "service.instance.id")
                        .orElse(""));
    }
}
