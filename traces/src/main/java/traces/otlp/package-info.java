/**
 * The receiver of OTLP over HTTP with its two encodings, and the forwarder to another receiver.
 *
 * <p>It may use {@code traces.model} and {@code traces.store}.
 */
package traces.otlp;
