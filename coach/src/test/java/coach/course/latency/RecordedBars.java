package coach.course.latency;

import java.util.List;
import java.util.Random;

/**
 * Latencies drawn from a recording of two identical bars.
 *
 * <p>Which bar is before and which is after is a toss for each start: identical ones could as well have come the other
 * way round.
 */
final class RecordedBars implements Simulation.Source {

    private final List<JvmRun> recorded;
    private final double times;
    private JvmRun start;
    private boolean swapped;

    /** @param times what the after side's latencies are multiplied by */
    RecordedBars(List<JvmRun> recorded, double times) {
        this.recorded = recorded;
        this.times = times;
    }

    @Override
    public void startAfresh(Random random) {
        start = recorded.get(random.nextInt(recorded.size()));
        swapped = random.nextBoolean();
    }

    @Override
    public double[] round(Random random) {
        int round = random.nextInt(start.rounds());
        double one = start.before()[round];
        double other = start.after()[round];
        return swapped ? new double[] {other, one * times} : new double[] {one, other * times};
    }
}
