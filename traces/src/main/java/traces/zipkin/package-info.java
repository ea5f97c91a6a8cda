/**
 * Serves Zipkin's web page and its query API over the store, and the caller's own routes beside them. Uses
 * {@code traces.store}, {@code traces.otlp} and {@code traces.model}.
 */
package traces.zipkin;
