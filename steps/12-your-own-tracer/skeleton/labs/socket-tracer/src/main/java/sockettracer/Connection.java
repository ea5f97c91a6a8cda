package sockettracer;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** A connection that this program opened: decides where an exchange on it begins and ends. */
final class Connection {

    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final String peer;
    private final boolean channel;
    private final boolean seenFromItsStart = !OpenSections.none();
    private Exchange exchange;

    Connection(String peer, boolean channel) {
        this.peer = peer;
        this.channel = channel;
    }

    /** Called before each write. Returns the exchange that these bytes are the question of. */
    synchronized Exchange asks(Bytes bytes) {
        // TODO(lab 12): begin an exchange where a question begins; it may take several writes.
        return null;
    }

    /** Called after each read that brought something. */
    synchronized void answers(Bytes bytes, ByteBuffer... answer) {
        // TODO(lab 12): add it to the exchange's answer. Some servers speak before they are asked.
    }

    private Exchange begin(Bytes bytes) {
        Attribution attribution = Attribution.here(bytes.wire().mayMix(channel));
        Exchange begun = Exchange.begin(id, peer, attribution, bytes.start);
        attribution.sections().forEach(section -> section.add(begun));
        return begun;
    }
}
