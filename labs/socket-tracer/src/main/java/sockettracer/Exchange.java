package sockettracer;

import java.util.concurrent.atomic.AtomicLong;
import sockettracer.text.Request;

/**
 * A question and its answer on one connection.
 *
 * @param caller where in the program it was asked, null unless that is wanted
 * @param start by {@link System#nanoTime()}
 */
public record Exchange(
        long id,
        long connection,
        String peer,
        Attribution attribution,
        String thread,
        String caller,
        long start,
        Payload request,
        Payload answer) {

    private static final AtomicLong IDS = new AtomicLong();

    /** One that this thread begins now. */
    static Exchange begin(long connection, String peer, Attribution attribution, long start) {
        long id = IDS.incrementAndGet();
        String thread = CallSite.threadName();
        Payload request = new Payload(attribution);
        Payload answer = new Payload(attribution);
        return new Exchange(id, connection, peer, attribution, thread, CallSite.caller(), start, request, answer);
    }

    /** Whether what comes now is for another section. */
    boolean isOfClosedSection() {
        return attribution.sections().stream().allMatch(Section::isClosed);
    }

    /** The text of its question. */
    public Request asked() {
        return Request.of(request.head());
    }

    /** From the first byte written to the last byte read. */
    public long nanos() {
        return Math.max(start, Math.max(request.lastNanos(), answer.lastNanos())) - start;
    }
}
