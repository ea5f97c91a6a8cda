package coach.bar.wire;

import java.util.concurrent.atomic.LongAdder;

/** Counts what crosses a wire, over all its connections since it was opened. */
public final class Traffic {

    private final LongAdder connections = new LongAdder();
    private final LongAdder flights = new LongAdder();
    private final LongAdder bytesToBackend = new LongAdder();
    private final LongAdder bytesToClient = new LongAdder();

    void connected() {
        connections.increment();
    }

    void flight() {
        flights.increment();
    }

    void toBackend(int bytes) {
        bytesToBackend.add(bytes);
    }

    void toClient(int bytes) {
        bytesToClient.add(bytes);
    }

    /** Returns how many connections clients have opened. */
    public long connections() {
        return connections.sum();
    }

    /** Returns how often a client waited for the backend: the replies that followed something the client had sent. */
    public long flights() {
        return flights.sum();
    }

    /** Returns the bytes that clients sent. */
    public long bytesToBackend() {
        return bytesToBackend.sum();
    }

    /** Returns the bytes of the replies. */
    public long bytesToClient() {
        return bytesToClient.sum();
    }
}
