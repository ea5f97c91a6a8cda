package test;

import coach.course.check.BackendCounts;
import coach.course.check.InconclusiveMeasurement;
import coach.course.check.TestBar;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A request whose commands and statements are counted.
 *
 * <p>The app waits for Redis 100 ms at most, and a busy machine may take longer than that: then the app goes on without
 * its cache, as it should, and asks the database, or keeps nothing. Such a request takes 100 ms or more, and is sent
 * again.
 */
record CountedRequest(TestBar bar, String path, LongSupplier nanoTime) {

    private static final Duration LIMIT_FOR_REDIS = Duration.ofMillis(100);
    private static final int TRIES = 8;

    CountedRequest(TestBar bar, String path) {
        this(bar, path, System::nanoTime);
    }

    /**
     * Sends the request and judges its counts.
     *
     * @param preparation what is done before each try
     * @param late says whether the counts are those of an app that went on without its cache
     * @param judgement throws an AssertionError for counts that are not right
     * @throws InconclusiveMeasurement when Redis may have been too late each time
     */
    void judge(Runnable preparation, Predicate<BackendCounts> late, Consumer<BackendCounts> judgement) {
        AssertionError last = null;
        boolean cacheWasAsked = false;
        for (int tries = 0; tries < TRIES; tries++) {
            preparation.run();
            AtomicLong nanos = new AtomicLong();
            BackendCounts counts = bar.count(() -> nanos.set(nanosOfARequest()));
            try {
                judgement.accept(counts);
                return;
            } catch (AssertionError e) {
                if (nanos.get() < LIMIT_FOR_REDIS.toNanos() || !late.test(counts)) {
                    throw e;
                }
                cacheWasAsked |= counts.redisCount() > 0;
                last = e;
            }
        }
        // An app that is late has asked Redis some of these times; one that has no cache never has.
        throw cacheWasAsked ? inconclusive(last) : last;
    }

    private InconclusiveMeasurement inconclusive(AssertionError last) {
        return new InconclusiveMeasurement("""
                GET %s took more than %d ms, %d times, and the app does not wait longer than that for its Redis.
                This machine is too busy just now to tell that from the following:
                %s""".formatted(path, LIMIT_FOR_REDIS.toMillis(), TRIES, last.getMessage()));
    }

    private long nanosOfARequest() {
        long start = nanoTime.getAsLong();
        bar.get(path);
        return nanoTime.getAsLong() - start;
    }
}
