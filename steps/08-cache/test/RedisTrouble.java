package test;

import coach.bar.Distance;
import coach.bar.wire.Wire;
import coach.course.check.TestBar;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** Makes Redis useless for the app while some work runs, and repairs it after that. */
record RedisTrouble(TestBar bar) {

    private static final Duration FOR_EVER = Duration.ofSeconds(20);
    /** So far that Redis is away long before the last answer of the database has come. */
    private static final Duration FAR = Duration.ofMillis(60);

    void whileCut(Runnable work) {
        Wire wire = bar.bar().wires().appToRedis();
        wire.cut();
        try {
            work.run();
        } finally {
            wire.repair();
        }
    }

    void whileHanging(Runnable work) {
        Wire wire = bar.bar().wires().appToRedis();
        wire.roundTrip(FOR_EVER);
        try {
            work.run();
        } finally {
            wire.roundTrip(Distance.DEFAULT.redis());
        }
    }

    /** Cuts the wire once the database is asked: the app has read from Redis before that, and wants to write after it. */
    void cutBetweenReadingAndWriting(Runnable request) {
        Wire database = bar.bar().wires().appToDatabase();
        long before = database.traffic().flights();
        database.roundTrip(FAR);
        try {
            CompletableFuture<Void> asked = CompletableFuture.runAsync(request);
            while (database.traffic().flights() == before && !asked.isDone()) {
                LockSupport.parkNanos(1_000_000);
            }
            whileCut(() -> join(asked));
        } finally {
            database.roundTrip(Distance.DEFAULT.database());
        }
    }

    private static void join(CompletableFuture<Void> asked) {
        try {
            asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }
}
