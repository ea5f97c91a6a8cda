package accesslog.input;

import java.util.concurrent.atomic.AtomicInteger;

/** Holds a piece of the input, and where each worker's records stand in it. All workers read it; the last one gives it back. */
final class Block {

    static final int SIZE = 1 << 20;

    final byte[] bytes = new byte[SIZE];
    final RecordList[] lists;
    int length;
    /** Where in the input it begins. */
    long offset;

    long firstLine;
    LogFile file;
    boolean json;
    /** Nothing came for a second: tells workers so. */
    boolean pulse;

    private final AtomicInteger users = new AtomicInteger();

    Block(int workers) {
        lists = new RecordList[workers];
        for (int i = 0; i < workers; i++) {
            lists[i] = new RecordList();
        }
    }

    void clear() {
        length = 0;
        pulse = false;
        for (RecordList list : lists) {
            list.clear();
        }
        users.set(lists.length);
    }

    /** True for the last of its workers. */
    boolean release() {
        return users.decrementAndGet() == 0;
    }
}
