/**
 * Sends requests to an open bar and prints latencies: {@code measure} and {@code load}. May use {@code coach.cli},
 * {@code coach.bar} and {@code traces.model}.
 */
package coach.cli.measure;
