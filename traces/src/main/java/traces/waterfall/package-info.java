/**
 * Draws a trace as a waterfall, with its findings, and lists traces in a table. Uses {@code traces.terminal},
 * {@code traces.findings} and {@code traces.model}.
 */
package traces.waterfall;
