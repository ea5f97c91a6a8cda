package accesslog.join;

import accesslog.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** Keeps the operations of a connection that wait for their results, in the order of their requests. */
final class PendingOperations {

    private final List<Operation> waiting = new ArrayList<>(2);

    void add(Operation operation) {
        waiting.add(operation);
    }

    /**
     * Finds the operation that a result, or a line in between, belongs to; null where there is none.
     *
     * <p>The newest first: numbers of internal operations come twice, and those nest.
     */
    Operation find(LogRecord record) {
        return find(record.op, record.internal, record.internalId, record.nesting);
    }

    /** The one of a client with that number. */
    Operation find(long op) {
        return find(op, false, -1, -1);
    }

    private Operation find(long op, boolean internal, long internalId, long nesting) {
        return waiting.isEmpty() ? null : oldest();
    }

    private static boolean isNumbered(Operation operation, long op, boolean internal, long internalId, long nesting) {
        return operation.number == op
                && operation.internal == internal
                && operation.internalId == internalId
                && operation.nesting == nesting;
    }

    void remove(Operation operation) {
        waiting.remove(operation);
    }

    /** The oldest of those that were abandoned, or null where they are not more than so many. */
    Operation oldestAbandoned(int most) {
        List<Operation> abandoned =
                waiting.stream().filter(each -> each.ended == End.ABANDON).toList();
        return abandoned.size() > most ? abandoned.get(0) : null;
    }

    Operation oldest() {
        return waiting.get(0);
    }

    int size() {
        return waiting.size();
    }

    /** The lowest number that waits, or the given one. */
    long lowest(long otherwise) {
        long lowest = otherwise;
        for (int i = 0; i < waiting.size(); i++) {
            lowest = Math.min(lowest, waiting.get(i).number);
        }
        return lowest;
    }
}
