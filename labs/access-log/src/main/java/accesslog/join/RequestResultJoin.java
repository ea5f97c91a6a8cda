package accesslog.join;

import accesslog.filter.DistinguishedName;
import accesslog.record.FaultKind;
import accesslog.record.LogRecord;
import accesslog.record.OperationType;
import java.nio.charset.StandardCharsets;

/** Joins requests and results within one connection, and gives each operation the Bind DN that was in force for it. */
final class RequestResultJoin {

    /** Far more than the server works on at once for one client. */
    private static final int MOST_PENDING = 1_024;

    /** Of those that were abandoned; a few still get a result. */
    private static final int MOST_ABANDONED = 8;

    private final OperationSink sink;
    private final ByteCache cache = new ByteCache();

    RequestResultJoin(OperationSink sink) {
        this.sink = sink;
    }

    FaultKind request(Connection connection, LogRecord record) {
        Operation operation = new Operation(connection, record, cache);
        if (operation.isExternal(OperationType.BIND)) {
            connection.binds.requested(operation.number);
        } else if (!operation.internal && connection.autobind != null) {
            // Bound by the server as it connected, without a BIND.
            connection.binds.settled(operation.number - 1, connection.autobind);
            connection.autobind = null;
        }
        connection.pending.add(operation);
        if (connection.pending.size() > MOST_PENDING) {
            give(connection, connection.pending.oldest(), End.EOF, connection.end);
            return FaultKind.EVICTED;
        }
        return null;
    }

    FaultKind result(Connection connection, LogRecord record) {
        Operation operation = connection.pending.find(record);
        if (operation == null) {
            return withoutRequest(connection, record);
        }
        connection.pending.remove(operation);
        operation.answer(record);
        if (operation.isExternal(OperationType.BIND)) {
            bound(operation, record);
        }
        complete(operation);
        return null;
    }

    /** A BIND that was sent before the log begins still says who the client is. */
    private static FaultKind withoutRequest(Connection connection, LogRecord record) {
        if (!record.internal && record.tag == 97 && record.err == 0 && record.dn.present()) {
            connection.binds.settled(record.op, name(record.dn.copy()));
        }
        return FaultKind.NO_REQUEST;
    }

    private void bound(Operation bind, LogRecord result) {
        Connection connection = bind.connection;
        connection.binds.answered(bind, result, connection.autobind);
        connection.autobind = null;
        releaseHeld(connection);
    }

    /** Null for the empty name, that of an anonymous client. */
    static byte[] name(byte[] dn) {
        return dn == null || dn.length == 0 ? null : DistinguishedName.normalised(dn);
    }

    void abandon(Connection connection, LogRecord record) {
        Operation target = record.target < 0 ? null : connection.pending.find(record.target);
        if (target != null && target.ended == null) {
            target.etime = record.etime;
            target.finish(End.ABANDON, record.time);
            Operation oldest = connection.pending.oldestAbandoned(MOST_ABANDONED);
            if (oldest != null) {
                give(connection, oldest, End.ABANDON, oldest.end);
            }
        }
        Operation abandon = new Operation(connection, record, cache);
        abandon.nentries = record.nentries;
        abandon.etime = record.etime;
        abandon.finish(End.ABANDON, record.time);
        complete(abandon);
    }

    void unbind(Connection connection, LogRecord record) {
        Operation unbind = new Operation(connection, record, cache);
        unbind.finish(End.CLOSE, record.time);
        complete(unbind);
    }

    void remark(Connection connection, LogRecord record) {
        Operation operation = connection.pending.find(record);
        if (operation != null) {
            operation.remark((record.kind + " " + record.text).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ends whatever has no result: the server never logs one for what was in flight. */
    void close(Connection connection, End how) {
        while (connection.pending.size() > 0) {
            give(connection, connection.pending.oldest(), how, connection.end);
        }
        sink.closed(connection);
    }

    /** Gives up waiting for a result. */
    private void give(Connection connection, Operation operation, End how, long time) {
        connection.pending.remove(operation);
        if (operation.ended == null) {
            operation.finish(how, time);
        }
        if (operation.isExternal(OperationType.BIND)) {
            connection.binds.unchanged(operation.number);
            releaseHeld(connection);
        }
        complete(operation);
    }

    private void releaseHeld(Connection connection) {
        connection.held.removeIf(operation -> connection.binds.isSettledFor(operation.number) && emit(operation));
    }

    private void complete(Operation operation) {
        Connection connection = operation.connection;
        if (connection.held.size() < MOST_PENDING && !connection.binds.isSettledFor(operation.number)) {
            connection.held.add(operation);
        } else {
            emit(operation);
        }
    }

    private boolean emit(Operation operation) {
        Connection connection = operation.connection;
        BindHistory binds = connection.binds;
        operation.identityKnown = binds.isKnownFor(operation.number);
        operation.bindDn = binds.inForceFor(operation.number);
        if (connection.held.isEmpty()) {
            binds.forgetBefore(connection.pending.lowest(operation.number));
        }
        connection.operations++;
        sink.operation(operation);
        return true;
    }
}
