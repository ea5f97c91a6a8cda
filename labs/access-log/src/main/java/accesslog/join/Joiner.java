package accesslog.join;

import accesslog.record.FaultKind;
import accesslog.record.LogRecord;
import accesslog.record.RecordKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Gives records to the connections that they belong to. One worker's part: all of one connection come to one joiner, in order. */
public final class Joiner {

    /** More than any server has descriptors for. */
    private static final int MOST_CONNECTIONS = 200_000;

    /** What was in flight may be logged behind the line that closes its connection: by less than that. */
    private static final long AFTERMATH = 2_000_000_000L;

    private static final int MOST_CLOSED = 4_096;

    private final RequestResultJoin join;
    private final Map<Long, Connection> connections = new HashMap<>();
    private final Deque<Connection> closed = new ArrayDeque<>();
    private Connection latest;
    private int run = 1;
    private String file = "";

    public Joiner(OperationSink sink) {
        join = new RequestResultJoin(sink);
    }

    /** Says where the records come from that follow. */
    public void readsFrom(String name) {
        file = name;
    }

    /** Ends what the server had open when it stopped; its connections are numbered from 1 again. */
    public void restart(int nextRun) {
        endAll(End.CLOSE);
        run = nextRun;
    }

    public void endOfInput() {
        endAll(End.EOF);
    }

    private void endAll(End how) {
        connections.values().forEach(connection -> join.close(connection, connection.isClosed() ? End.CLOSE : how));
        connections.clear();
        closed.clear();
        latest = null;
    }

    /** Nothing more comes for now, so nothing more comes of closed connections. */
    public void idle() {
        forgetClosed(Long.MAX_VALUE);
    }

    /** Takes one record. A doubtful one, which a client may have forged, changes only what it fits to. Gives null, or what is remarkable. */
    public FaultKind accept(LogRecord record, boolean doubtful) {
        if (record.kind == RecordKind.OTHER) {
            return null;
        }
        if (doubtful && !fits(record)) {
            return FaultKind.DOES_NOT_FIT;
        }
        FaultKind room = record.kind == RecordKind.CONNECTION ? makeRoom() : null;
        Connection connection = connection(record);
        connection.saw(record.time);
        switch (record.kind) {
            case REQUEST:
                return join.request(connection, record);
            case RESULT:
                return join.result(connection, record);
            case ABANDON:
                join.abandon(connection, record);
                break;
            case UNBIND:
                join.unbind(connection, record);
                break;
            case CLOSE:
                close(connection, record);
                break;
            case SORT:
            case VLV:
            case STAT:
                join.remark(connection, record);
                break;
            default:
                detail(connection, record);
        }
        return room;
    }

    private boolean fits(LogRecord record) {
        Connection open = connections.get(record.conn);
        if (record.kind == RecordKind.CONNECTION) {
            return open == null;
        }
        Operation pending = open == null ? null : open.pending.find(record);
        switch (record.kind) {
            case RESULT:
                return pending != null && pending.type.isAnsweredBy((int) record.tag);
            case SORT:
            case VLV:
            case STAT:
                return pending != null;
            default:
                return open != null && pending == null;
        }
    }

    private Connection connection(LogRecord record) {
        if (latest == null || latest.number != record.conn) {
            boolean begins = record.kind == RecordKind.CONNECTION;
            latest = connections.computeIfAbsent(
                    record.conn, number -> new Connection(run, number, file, begins, record.time));
        }
        return latest;
    }

    /** A log whose close lines are missing would fill the memory; the oldest connections have the lowest numbers. */
    private FaultKind makeRoom() {
        if (connections.size() < MOST_CONNECTIONS) {
            return null;
        }
        long[] numbers = connections.keySet().stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        for (int i = 0; i < numbers.length / 2; i++) {
            join.close(connections.remove(numbers[i]), End.EOF);
        }
        latest = null;
        return FaultKind.EVICTED;
    }

    private void close(Connection connection, LogRecord record) {
        connection.close(record);
        closed.add(connection);
        forgetClosed(record.time);
    }

    private void forgetClosed(long now) {
        while (!closed.isEmpty() && (now - AFTERMATH > closed.peek().end || closed.size() > MOST_CLOSED)) {
            Connection connection = closed.remove();
            latest = connection == latest ? null : latest;
            if (connections.remove(connection.number, connection)) {
                join.close(connection, End.CLOSE);
            }
        }
    }

    private static void detail(Connection connection, LogRecord record) {
        switch (record.kind) {
            case CONNECTION:
                connection.client = record.detail.copy();
                connection.tls = record.tls ? "TLS" : null;
                break;
            case HAPROXY:
                connection.client = record.detail.copy();
                break;
            case TLS:
                connection.tls = record.text.toString();
                break;
            case AUTOBIND:
                connection.autobind = RequestResultJoin.name(record.dn.copy());
                break;
            default:
                throw new IllegalStateException("not a detail of a connection: " + record.kind);
        }
    }
}
