package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.StepContext;
import coach.course.check.TestBar;
import java.time.Duration;

/** A time without the app's Redis, and its end. */
record CacheOutage(StepContext context) {

    /** That the app is asked for meanwhile. */
    static final String BEER = "porter";

    private static final String PATH = "/pair/beer?name=" + BEER;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    WithoutRedis with(String trouble) {
        return new WithoutRedis(context, trouble, PATH, BEER);
    }

    /** The app may need a moment until it has new connections. */
    void awaitEnd() {
        TestBar bar = context.after();
        Kept kept = new Kept(bar);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            bar.get(PATH);
        } while (!kept.has(BEER) && System.nanoTime() < deadline);
        if (!kept.has(BEER)) {
            MachineLoad.assertLow("GET /beer/" + BEER, () -> bar.get("/beer/" + BEER), Duration.ofMillis(100));
        }
        assertThat(kept.has(BEER))
                .withFailMessage(
                        "Redis has been back for %d s, but the app still keeps nothing there.", PATIENCE.toSeconds())
                .isTrue();
    }
}
