/**
 * Compares two traces, as text for a terminal, as JSON and as a web page. Uses {@code traces.terminal}, {@code
 * traces.findings}, {@code traces.store} and {@code traces.model}.
 */
package traces.comparison;
