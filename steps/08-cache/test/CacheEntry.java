package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import coach.course.check.TestBar;

/** An answer that the app should keep in Redis. */
record CacheEntry(TestBar bar, String beer) {

    void hasItsName(BackendCounts cold) {
        Kept kept = new Kept(bar);
        assertThat(kept.has(beer))
                .withFailMessage(() ->
                        """
                        After GET /pair/beer?name=%s a key 'pair:%s' was expected in Redis, but it has %s.
                        Redis counted these commands: %s""".formatted(beer, beer, kept.keys().isEmpty() ? "none at all" : kept.keys(), cold.redis()))
                .isTrue();
    }

    void expiresWithin(long least, long most, String because) {
        long seconds = new Kept(bar).secondsLeft(beer);
        assertThat(seconds)
                .withFailMessage(() -> """
                        'pair:%s' should expire within %d to %d s: %s.
                        But Redis keeps it %s.""".formatted(
                                beer, least, most, because, seconds < 0 ? "for ever" : "for another " + seconds + " s"))
                .isBetween(least, most);
    }
}
