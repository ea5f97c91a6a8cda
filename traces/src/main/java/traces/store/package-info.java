/**
 * The newest traces, encoded in memory, and the API by which another process reads them.
 *
 * <p>It may use {@code traces.model}.
 */
package traces.store;
