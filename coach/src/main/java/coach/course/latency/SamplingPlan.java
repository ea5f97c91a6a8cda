package coach.course.latency;

/**
 * The amount to measure.
 *
 * @param warmUp rounds that come first in each start and are not counted
 * @param batch rounds between two looks at what was measured; a round is one request of each side
 * @param most rounds of one start, when fewer don't decide
 * @param starts fresh starts of both sides
 */
public record SamplingPlan(int warmUp, int batch, int most, int starts) {

    private static final int MOST_BATCHES = 5;

    public SamplingPlan {
        if (warmUp < 0) {
            throw new IllegalArgumentException("warmUp must be at least 0, was " + warmUp);
        }
        // The median of fewer says nothing about how it varies.
        if (batch < 5) {
            throw new IllegalArgumentException("batch must be at least 5, was " + batch);
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

    /** Gives the number of batches in one start. */
    int batches() {
        return most / batch;
    }
}
