package test;

import coach.trial.Reply;
import coach.trial.Running;

/** Asks again when the bar says 503: a service that has just started, on a busy machine, may miss its limit of a second. */
final class Patient {

    private static final int TRIES = 5;

    private Patient() {}

    static Reply get(Running bar, String path) {
        Reply reply = bar.get(path);
        for (int tries = 1; reply.status() == 503 && tries < TRIES; tries++) {
            reply = bar.get(path);
        }
        return reply;
    }
}
