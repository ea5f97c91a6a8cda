package sockettracer;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import sockettracer.text.HttpAnswer;

/** The request that a section answers: on which accepted connection it came, and what was written back. */
final class Served {

    private static final int MOST_KEPT = 1 << 20;

    // Looked at after each write of the answer: not at all of it.
    private static final int HEADERS = 8192;
    private static final int END = 8;

    /** The accepted connection that a thread has read last, until something is written to it. */
    private static final ThreadLocal<WeakReference<Object>> LAST_READ = new ThreadLocal<>();

    private final WeakReference<Object> connection;
    private final Payload answer = new Payload(MOST_KEPT, new AtomicLong());
    private volatile boolean nextRequestCame;

    private Served(WeakReference<Object> connection) {
        this.connection = connection;
    }

    /** Null where the thread has read no request that still waits for its answer. */
    static Served byThisThread() {
        WeakReference<Object> last = LAST_READ.get();
        return last == null || last.get() == null ? null : new Served(last);
    }

    /** @param count how many bytes were read from the accepted socket, -1 where it has ended */
    static void asked(Object socket, long count) {
        WeakReference<Object> last = LAST_READ.get();
        if (count > 0 && (last == null || !last.refersTo(socket))) {
            LAST_READ.set(new WeakReference<>(socket));
        }
        if (count != 0) {
            sectionsServing(socket).forEach(section -> section.served.next(section, count < 0));
        }
    }

    /** A request that was answered outside of any section; the socket may be one that was not accepted. */
    static void answeredOutside(Object socket) {
        WeakReference<Object> last = LAST_READ.get();
        if (last != null && last.refersTo(socket)) {
            LAST_READ.remove();
        }
    }

    static void answered(Object socket, ByteBuffer... bytes) {
        answeredOutside(socket);
        sectionsServing(socket).forEach(section -> section.served.answered(section, bytes));
    }

    private static List<Section> sectionsServing(Object socket) {
        return OpenSections.all().stream()
                .filter(section -> section.served != null && section.served.connection.refersTo(socket))
                .toList();
    }

    private void answered(Section section, ByteBuffer... bytes) {
        answer.add(bytes);
        finishIfComplete(section);
    }

    private void next(Section section, boolean connectionEnded) {
        nextRequestCame = connectionEnded || answer.count() > 0;
        finishIfComplete(section);
    }

    private void finishIfComplete(Section section) {
        if (section.isClosed() && isComplete()) {
            section.finish();
        }
    }

    boolean isComplete() {
        return nextRequestCame || HttpAnswer.isComplete(answer.first(HEADERS), answer.last(END), answer.count());
    }

    byte[] answer() {
        return answer.head();
    }

    long lastNanos() {
        return answer.lastNanos();
    }
}
