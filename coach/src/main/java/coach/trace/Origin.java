package coach.trace;

import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Optional;

/**
 * Who made a span: the program (OTLP's resource) and, within it, the instrumentation (OTLP's scope).
 *
 * @param resourceSchema the schema URL of the resource, or empty
 * @param scopeSchema the schema URL of the scope, or empty
 */
public record Origin(Resource resource, String resourceSchema, InstrumentationScope scope, String scopeSchema) {

    /** What OpenTelemetry's own SDKs say of a program that was given no name. */
    public static final String NO_NAME = "unknown_service";

    /** {@code service.name}; never empty. */
    public String service() {
        return attribute("service.name").filter(name -> !name.isBlank()).orElse(NO_NAME);
    }

    /** {@code service.instance.id}, which tells two runs of the same service apart; empty where it isn't said. */
    public String instance() {
        return attribute("service.instance.id").orElse("");
    }

    private Optional<String> attribute(String key) {
        return Attributes.find(resource.getAttributesList(), key);
    }
}
