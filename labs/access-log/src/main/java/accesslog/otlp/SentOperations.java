package accesslog.otlp;

import accesslog.join.Connection;
import accesslog.join.Operation;

/** Counts the operations of one connection that are sent as spans, and holds the time from the first to the last of them. */
final class SentOperations {

    private long count;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(Operation operation) {
        count++;
        first = Math.min(first, operation.start);
        last = Math.max(last, operation.end);
    }

    /** When the connection's span begins: a pooled connection lives for hours, and a few operations would be specks in it. */
    long start(Connection connection) {
        return areAllOf(connection) ? connection.start : first;
    }

    long end(Connection connection) {
        return areAllOf(connection) ? connection.end : last;
    }

    private boolean areAllOf(Connection connection) {
        return count >= connection.operations;
    }
}
