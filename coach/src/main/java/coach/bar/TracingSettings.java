package coach.bar;

import java.util.Map;

/**
 * How a bar's traces are received and shown.
 *
 * @param otlpPort where spans are received
 * @param pagePort where the web page is
 * @param agent whether both services run with the OpenTelemetry javaagent
 * @param settings where else what arrives is sent to, if anywhere: see {@link traces.otlp.OtlpForwarder}
 */
public record TracingSettings(int otlpPort, int pagePort, boolean agent, Map<String, String> settings) {}
