package sockettracer;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A stretch of code whose calls are noted. What an inner section notes, those around it note as well. */
public final class Section implements AutoCloseable {

    /** More calls than this are only counted. */
    private static final int MOST_KEPT = 20_000;

    final long id = ThreadLocalRandom.current().nextLong() | 1;
    final String name;
    final Section parent = OpenSections.own();
    final Served served = parent == null ? Served.byThisThread() : null;
    final Thread owner = Thread.currentThread();
    final String thread = CallSite.threadName();
    final long start = System.nanoTime();
    final Collection<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    final AtomicInteger seen = new AtomicInteger();
    final AtomicLong keptBytes = parent == null ? new AtomicLong() : parent.keptBytes;
    /** 0 while its code runs. */
    volatile long end;

    Section(String name) {
        this.name = name;
        OpenSections.add(this);
    }

    /** Ends the code of the section. One that answers a request stays open until the answer has been written. */
    @Override
    public synchronized void close() {
        if (isClosed()) {
            return;
        }
        end = System.nanoTime();
        OpenSections.leave(this);
        if (served == null || served.isComplete()) {
            finish();
        } else {
            Output.later(this::finish);
        }
    }

    /** Reports it, once. */
    void finish() {
        if (OpenSections.remove(this)) {
            Output.report(Recording.of(this));
        }
    }

    void add(Exchange exchange) {
        for (Section section = this; section != null; section = section.parent) {
            if (section.seen.incrementAndGet() <= MOST_KEPT) {
                section.exchanges.add(exchange);
            }
        }
    }

    boolean isClosed() {
        return end != 0;
    }
}
