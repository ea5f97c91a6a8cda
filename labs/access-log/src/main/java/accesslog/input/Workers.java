package accesslog.input;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Runs the workers: each block goes to all of them, and each reads the connections whose numbers fall to it. */
final class Workers implements BlockQueue, AutoCloseable {

    static final Block END = new Block(0);

    private static final int BLOCKS = 6;

    private final BlockingQueue<Block> empty;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Workers(List<? extends WorkerOutput> outputs) {
        int blocks = BLOCKS + outputs.size();
        empty = new ArrayBlockingQueue<>(blocks);
        for (int i = 0; i < blocks; i++) {
            empty.add(new Block(outputs.size()));
        }
        for (WorkerOutput output : outputs) {
            Worker worker = new Worker(workers.size(), output, empty);
            Thread thread = new Thread(worker, "worker-" + workers.size());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, why) -> fail(why));
            workers.add(worker);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** One worker less means that the blocks are never given back. */
    private void fail(Throwable why) {
        failure.compareAndSet(null, why);
        threads.forEach(Thread::interrupt);
    }

    @Override
    public Block empty() {
        Block block = null;
        while (block == null) {
            throwFailure();
            try {
                block = empty.poll(100, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while reading", e);
            }
        }
        block.clear();
        return block;
    }

    @Override
    public void put(Block block) {
        for (Worker worker : workers) {
            put(worker, block);
        }
    }

    private void put(Worker worker, Block block) {
        try {
            do {
                throwFailure();
            } while (!worker.offer(block));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private void throwFailure() {
        Throwable why = failure.get();
        if (why != null) {
            throw new IllegalStateException("a worker failed", why);
        }
    }

    /** Waits until all is read and joined. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        workers.forEach(worker -> put(worker, END));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while reading", e);
            }
        }
        throwFailure();
    }

    Faults faults() {
        Faults all = new Faults();
        workers.forEach(worker -> all.addAll(worker.faults()));
        return all;
    }

    long records() {
        return workers.stream().mapToLong(Worker::records).sum();
    }
}
