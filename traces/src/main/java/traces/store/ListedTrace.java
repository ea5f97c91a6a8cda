package traces.store;

import traces.model.TraceSummary;

/**
 * A trace in a list.
 *
 * @param quietMillis the time since its newest span arrived
 */
public record ListedTrace(TraceSummary summary, long quietMillis) {}
