package accesslog.report;

import accesslog.join.Operation;
import accesslog.record.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Groups operations by a key of bytes. Keeps a limited number of keys: past it, the lighter half goes into the others. */
final class Table {

    private final int limit;
    private Row[] slots = new Row[64];
    private int size;
    private final Row others = new Row(new byte[0], 0, new byte[0]);
    private long evicted;

    Table(int limit) {
        this.limit = limit;
    }

    void add(byte[] key, Operation operation) {
        add(key, key, key.length, operation);
    }

    /** Finds the row by a key at the beginning of an array, and labels a new one with another text of the same length. */
    void add(byte[] key, byte[] label, int length, Operation operation) {
        row(key, length, Bytes.hash(key, 0, length), label).add(operation);
    }

    private Row row(byte[] bytes, int length, int hash, byte[] label) {
        int at = hash & slots.length - 1;
        while (slots[at] != null) {
            if (slots[at].is(bytes, length, hash)) {
                return slots[at];
            }
            at = at + 1 & slots.length - 1;
        }
        if (size >= limit) {
            evict();
            return row(bytes, length, hash, label);
        }
        Row row = new Row(Arrays.copyOf(bytes, length), hash, Arrays.copyOf(label, length));
        slots[at] = row;
        size++;
        if (size * 2 > slots.length) {
            rebuild(rows(), slots.length * 2);
        }
        return row;
    }

    private void evict() {
        List<Row> rows = rows();
        rows.sort(Comparator.comparingLong(Row::weight).reversed());
        for (Row light : rows.subList(limit / 2, rows.size())) {
            others.addAll(light);
            evicted++;
        }
        rebuild(rows.subList(0, limit / 2), slots.length);
    }

    private void rebuild(List<Row> rows, int capacity) {
        slots = new Row[capacity];
        size = rows.size();
        for (Row row : rows) {
            int at = row.hash & capacity - 1;
            while (slots[at] != null) {
                at = at + 1 & capacity - 1;
            }
            slots[at] = row;
        }
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>(size);
        for (Row row : slots) {
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    void addAll(Table other) {
        for (Row row : other.rows()) {
            row(row.key, row.key.length, row.hash, row.label).addAll(row);
        }
        others.addAll(other.others);
        evicted += other.evicted;
    }

    /** All operations whose keys were too rare to keep. */
    Row others() {
        return others;
    }

    /** How many keys are in the others; one that comes back is counted again. */
    long evicted() {
        return evicted;
    }

    int size() {
        return size;
    }
}
