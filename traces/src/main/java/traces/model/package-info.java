/**
 * Spans, traces and trees of spans, with the text forms of their attributes, statements and durations.
 *
 * <p>It may use no other package of this module: all others stand on it.
 */
package traces.model;
