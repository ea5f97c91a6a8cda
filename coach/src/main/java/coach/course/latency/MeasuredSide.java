package coach.course.latency;

import java.io.IOException;

/** One of the two states that are compared: something that can be asked. */
public interface MeasuredSide {

    /** What a reader knows it by, such as {@code before}. */
    String name();

    /**
     * Asks once, and reads the whole answer.
     *
     * @throws IOException when there is no answer, or a wrong one: how long that took would mean nothing
     */
    void request() throws IOException, InterruptedException;
}
