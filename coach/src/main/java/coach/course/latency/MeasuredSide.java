package coach.course.latency;

import java.io.IOException;

/** One of the two sides that a measurement compares: it sends a request. */
public interface MeasuredSide {

    /** Gives the name for a reader, such as {@code before}. */
    String name();

    /**
     * Sends one request, and reads the whole answer.
     *
     * @throws IOException when there is no answer, or a wrong one: how long that took would mean nothing
     */
    void request() throws IOException, InterruptedException;
}
