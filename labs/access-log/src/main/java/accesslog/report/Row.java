package accesslog.report;

import accesslog.join.Operation;
import accesslog.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Adds up the operations of one key. */
final class Row {

    final byte[] key;
    final int hash;
    /** The key as it was first spelled. */
    final byte[] label;

    long count;
    long failed;
    long entries;
    long work;
    long worst = -1;
    Operation slowest;
    final Latencies latencies = new Latencies();

    Row(byte[] key, int hash, byte[] label) {
        this.key = key;
        this.hash = hash;
        this.label = label;
    }

    void add(Operation operation) {
        count++;
        failed += operation.failed() ? 1 : 0;
        entries += Math.max(0, operation.nentries);
        long took = operation.work();
        if (took != LogRecord.ABSENT) {
            work += took;
            latencies.add(took);
        }
        if (took > worst || slowest == null) {
            worst = Math.max(0, took);
            slowest = operation;
        }
    }

    void addAll(Row other) {
        count += other.count;
        failed += other.failed;
        entries += other.entries;
        work += other.work;
        latencies.addAll(other.latencies);
        if (other.worst > worst || slowest == null) {
            worst = other.worst;
            slowest = other.slowest;
        }
    }

    boolean is(byte[] wanted, int length, int wantedHash) {
        return hash == wantedHash && Arrays.equals(key, 0, key.length, wanted, 0, length);
    }

    /** What is kept when there is no room for all: long work, and what is frequent. */
    long weight() {
        return work + count * 1_000;
    }

    /** Never more than the longest, which the histogram knows less precisely. */
    long p95() {
        return Math.min(worst, latencies.percentile(95));
    }

    String text() {
        return new String(label, StandardCharsets.UTF_8);
    }
}
