package accesslog.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import accesslog.filter.FilterShape;
import accesslog.input.WorkerOutput;
import accesslog.join.Connection;
import accesslog.join.End;
import accesslog.join.Operation;
import accesslog.output.OperationFilter;
import accesslog.record.LogRecord;
import accesslog.record.OperationType;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up operations for the report. One worker's own; added up once all is read. */
public final class Statistics implements WorkerOutput {

    static final byte[] ANONYMOUS = "(anonymous)".getBytes(US_ASCII);
    static final byte[] UNKNOWN = "(unknown: connected before the log begins)".getBytes(US_ASCII);
    private static final byte[] NO_SHAPE = "(not a filter)".getBytes(US_ASCII);
    private static final byte[][] SCOPES = {
        " base ".getBytes(US_ASCII), " one ".getBytes(US_ASCII), " sub ".getBytes(US_ASCII)
    };

    final Table shapes;
    final Table unindexed;
    final Table bindDns;
    final Table clients;
    final Table errors;
    final Table abandoned;
    final Table bases;
    final Table groups;
    final Timeline timeline = new Timeline();
    final Map<String, Long> closes = new TreeMap<>();

    long operations;
    long failed;
    long work;
    long internal;
    long internalWork;
    long withoutResult;
    long connections;
    long encrypted;
    long begunBefore;
    long cutFilters;
    private int runs = 1;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;

    private final OperationFilter filter;
    private final Function<Operation, byte[]> group;
    /** The open connections of which an operation was selected. */
    private final Set<Connection> selected = Collections.newSetFromMap(new IdentityHashMap<>());

    private final FilterShape shape = new FilterShape();
    private final NameCache names = new NameCache();
    private final KeyBuilder key = new KeyBuilder();

    /** The group is null where no other table is wanted. */
    public Statistics(int keys, OperationFilter filter, Function<Operation, byte[]> group) {
        this.filter = filter;
        this.group = group;
        shapes = new Table(keys);
        unindexed = new Table(keys);
        bindDns = new Table(keys);
        clients = new Table(keys);
        errors = new Table(keys);
        abandoned = new Table(keys);
        bases = new Table(keys);
        groups = new Table(keys);
    }

    @Override
    public void operation(Operation operation) {
        if (!filter.selects(operation)) {
            return;
        }
        if (filter != OperationFilter.ALL) {
            selected.add(operation.connection);
        }
        if (group != null) {
            groups.add(group.apply(operation), operation);
        }
        long took = operation.work();
        if (operation.internal) {
            internal++;
            internalWork += Math.max(0, took);
            return;
        }
        operations++;
        runs = Math.max(runs, operation.connection.run);
        work += Math.max(0, took);
        first = Math.min(first, operation.start);
        last = Math.max(last, operation.end);
        timeline.add(operation.start, took);
        who(operation);
        what(operation);
        how(operation);
    }

    private void who(Operation operation) {
        bindDns.add(bindDn(operation), operation);
        clients.add(operation.connection.client == null ? UNKNOWN : operation.connection.client, operation);
    }

    static byte[] bindDn(Operation operation) {
        return !operation.identityKnown ? UNKNOWN : operation.bindDn == null ? ANONYMOUS : operation.bindDn;
    }

    private void what(Operation operation) {
        byte[] kind = operation.type.ascii();
        if (operation.type != OperationType.SRCH) {
            shapes.add(kind, operation);
            return;
        }
        byte[] known = operation.shape(shape);
        key.clear();
        key.put(kind);
        key.put(operation.scope >= 0 && operation.scope < SCOPES.length ? SCOPES[operation.scope] : SCOPES[0]);
        key.put(known == null ? NO_SHAPE : known);
        key.addTo(shapes, operation);
        if (operation.hasNote('U') || operation.hasNote('A')) {
            key.addTo(unindexed, operation);
        }
        cutFilters += operation.filter != null && FilterShape.isCut(operation.filter) ? 1 : 0;
        if (operation.dn != null) {
            bases.add(operation.dn.length == 0 ? ROOT : names.normalised(operation.dn), operation);
        }
    }

    private static final byte[] ROOT = "(root DSE)".getBytes(US_ASCII);

    private void how(Operation operation) {
        if (operation.failed()) {
            failed++;
            errors.add(("err=" + operation.err + " " + operation.type).getBytes(US_ASCII), operation);
        }
        if (operation.ended == End.ABANDON && operation.type != OperationType.ABANDON) {
            abandoned.add(bindDn(operation), operation);
        }
        if (operation.err == LogRecord.ABSENT
                && operation.type != OperationType.UNBIND
                && operation.type != OperationType.ABANDON) {
            withoutResult++;
        }
    }

    /** The lives of the server that operations were selected of. */
    int runs() {
        return runs;
    }

    @Override
    public void closed(Connection connection) {
        boolean counts = filter == OperationFilter.ALL || selected.remove(connection);
        if (connection.number == 0 || !counts) {
            return;
        }
        connections++;
        encrypted += connection.tls == null ? 0 : 1;
        begunBefore += connection.begun ? 0 : 1;
        closes.merge(connection.closeCode == null ? "open" : connection.closeCode, 1L, Long::sum);
    }

    public void addAll(Statistics other) {
        shapes.addAll(other.shapes);
        unindexed.addAll(other.unindexed);
        bindDns.addAll(other.bindDns);
        clients.addAll(other.clients);
        errors.addAll(other.errors);
        abandoned.addAll(other.abandoned);
        bases.addAll(other.bases);
        groups.addAll(other.groups);
        timeline.addAll(other.timeline);
        other.closes.forEach((code, count) -> closes.merge(code, count, Long::sum));
        operations += other.operations;
        failed += other.failed;
        work += other.work;
        internal += other.internal;
        internalWork += other.internalWork;
        withoutResult += other.withoutResult;
        connections += other.connections;
        encrypted += other.encrypted;
        begunBefore += other.begunBefore;
        cutFilters += other.cutFilters;
        runs = Math.max(runs, other.runs);
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }
}
