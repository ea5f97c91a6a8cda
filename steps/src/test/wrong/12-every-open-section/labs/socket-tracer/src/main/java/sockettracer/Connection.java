package sockettracer;

import java.nio.ByteBuffer;
import java.util.List;
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

    /** The first write after an answer begins the next exchange. A question may take several writes. */
    synchronized Exchange asks(Bytes bytes) {
        if (exchange == null || exchange.answer().count() > 0 || exchange.isOfClosedSection()) {
            exchange = begin(bytes);
        }
        return exchange;
    }

    /** Each read ends the exchange anew: an answer comes in as many pieces as the network likes. */
    synchronized void answers(Bytes bytes, ByteBuffer... answer) {
        if (exchange == null && seenFromItsStart) {
            exchange = begin(bytes); // Some servers speak first.
        }
        if (exchange != null) {
            exchange.answer().add(answer);
        }
    }

    private Exchange begin(Bytes bytes) {
        Attribution attribution = new Attribution(Attribution.Certainty.OWN_THREAD, List.copyOf(OpenSections.all()));
        Exchange begun = Exchange.begin(id, peer, attribution, bytes.start);
        attribution.sections().forEach(section -> section.add(begun));
        return begun;
    }
}
