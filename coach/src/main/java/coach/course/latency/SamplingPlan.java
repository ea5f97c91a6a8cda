package coach.course.latency;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The amount to measure.
 *
 * @param warmUp rounds that come first in each start and are not counted
 * @param first rounds of the last start before the first look at what was measured, for an effect too large to miss; a
 *     round is one request of each side
 * @param batch rounds between two of the other looks
 * @param most rounds of one start, when fewer don't decide
 * @param starts fresh starts of both sides
 */
public record SamplingPlan(int warmUp, int first, int batch, int most, int starts) {

    private static final int MOST_BATCHES = 5;

    /** Makes a plan without an early look. */
    public SamplingPlan(int warmUp, int batch, int most, int starts) {
        this(warmUp, batch, batch, most, starts);
    }

    public SamplingPlan {
        if (warmUp < 0) {
            throw new IllegalArgumentException("warmUp must be at least 0, was " + warmUp);
        }
        // The median of fewer says nothing about how it varies.
        if (batch < 5) {
            throw new IllegalArgumentException("batch must be at least 5, was " + batch);
        }
        // Fewer have no median besides their smallest and largest.
        if (first < 3 || first > batch) {
            throw new IllegalArgumentException("first must be 3 to " + batch + ", was " + first);
        }
        // Each look costs the others some of the risk that all may take.
        if (most < batch || most % batch != 0 || most / batch > MOST_BATCHES) {
            throw new IllegalArgumentException("most must be 1 to 5 batches of " + batch + ", was " + most);
        }
        // A single one does not say by how much JVMs differ; what is known of others then has to do.
        if (starts < 1) {
            throw new IllegalArgumentException("starts must be at least 1, was " + starts);
        }
    }

    /** Gives the number of rounds of one start at which its samples are looked at, in their order. */
    List<Integer> looks() {
        IntStream batches = IntStream.rangeClosed(1, most / batch).map(number -> number * batch);
        return IntStream.concat(IntStream.of(first), batches).distinct().boxed().toList();
    }
}
