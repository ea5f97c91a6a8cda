package test;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;

/** Knows that a service which has just started, on a busy machine, may miss the app's limit of a second. */
final class Patient {

    private static final int TRIES = 5;

    private Patient() {}

    /** Asks the score service itself, which has no limit, and then the app: so the calls that count find both awake. */
    static void warmUp(TestBar bar) {
        for (int tries = 0; tries < TRIES; tries++) {
            bar.scores().get("/match?beer=stout");
        }
        bar.get("/pair/beer?name=stout");
    }

    /** Asks again when the bar says 503. */
    static ServiceReply get(TestBar bar, String path) {
        ServiceReply reply = bar.get(path);
        for (int tries = 1; reply.status() == 503 && tries < TRIES; tries++) {
            reply = bar.get(path);
        }
        return reply;
    }
}
