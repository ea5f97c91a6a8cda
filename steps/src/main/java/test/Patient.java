package test;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.time.Duration;

/** Repeats requests: on a busy machine, a service that has just started may miss the app's limit of a second. */
final class Patient {

    private static final int TRIES = 5;
    private static final Duration HALF_THE_LIMIT = Duration.ofMillis(500);
    private static final String MATCH = "/match?beer=stout";

    private Patient() {}

    /** Warms up the score service, then the app, so that both are quick when the counted requests come. */
    static void warmUp(TestBar bar) {
        for (int tries = 0; tries < TRIES; tries++) {
            bar.scores().get(MATCH);
        }
        bar.get("/pair/beer?name=stout");
    }

    /**
     * Sends a request, and repeats it while the bar answers 503.
     *
     * @throws coach.course.check.InconclusiveMeasurement when it always does, and the score service is slow just now
     */
    static ServiceReply get(TestBar bar, String path) {
        ServiceReply reply = bar.get(path);
        for (int tries = 1; reply.status() == 503 && tries < TRIES; tries++) {
            reply = bar.get(path);
        }
        if (reply.status() == 503) {
            MachineLoad.assertLow(
                    "GET " + MATCH + " of the score service", () -> bar.scores().get(MATCH), HALF_THE_LIMIT);
        }
        return reply;
    }
}
