package coach.store;

import coach.trace.TraceSummary;

/**
 * A trace in a list.
 *
 * @param quietMillis the time since its newest span arrived
 */
public record ListedTrace(TraceSummary summary, long quietMillis) {}
