/**
 * The search for likely problems in one trace: hidden errors, repeated queries, calls in sequence, gaps, missing
 * services.
 *
 * <p>It may use {@code traces.model}.
 */
package traces.findings;
