package coach.course.check;

import coach.course.latency.SamplingPlan;

/** The number of requests that a measurement sends to each side: few if they are slow, so that it ends in good time. */
public enum SampleSize {
    /** For requests of some milliseconds: hundreds of them take less time than one more start of the JVMs. */
    QUICK(20, 60, 150, 450),
    /** For requests of half a second: six of them take longer than all else, so they are looked at after three. */
    SLOW(1, 3, 6, 18);

    private final int warmUp;
    private final int first;
    private final int batch;
    private final int most;

    SampleSize(int warmUp, int first, int batch, int most) {
        this.warmUp = warmUp;
        this.first = first;
        this.batch = batch;
        this.most = most;
    }

    public SamplingPlan plan(int starts) {
        return new SamplingPlan(warmUp, first, batch, most, starts);
    }
}
