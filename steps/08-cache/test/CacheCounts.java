package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import java.util.List;

/** Judges what a request has cost the database and Redis, where a cache stands before the database. */
final class CacheCounts {

    private static final String[] WRITES = {"set", "setex", "psetex", "hset", "hmset"};
    private static final String[] READS = {"get", "getex", "hget", "hgetall", "mget"};
    private static final String[] EXPIRIES = {"expire", "pexpire", "expireat", "pexpireat"};

    private CacheCounts() {}

    static boolean haveNoWrite(BackendCounts cold) {
        return cold.redis(WRITES) == 0;
    }

    static boolean haveStatements(BackendCounts warm) {
        return warm.statementCount() > 0;
    }

    static void areOfAnAnswerWorkedOut(BackendCounts counted) {
        assertThat(counted.statementCount()).withFailMessage("""
                        Redis had nothing about the saison, so its answer had to be worked out. But no statement ran:
                        it is kept somewhere else too, where nothing expires and no second app would find it.""").isPositive();
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        To work out an answer at most 2 statements were expected, but the database counted %d:
                          %s""".formatted(counted.statementCount(), counted.statementsInWords()))
                .isLessThanOrEqualTo(2);
    }

    static void areOfAnAnswerWorkedOutOnce(BackendCounts counted) {
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        Redis was cut off between GET and SET, and the same answer is worked out twice: the database counted %d statements.
                        Once there is an answer, it is the guest's, whatever becomes of the SET.""".formatted(counted.statementCount()))
                .isLessThanOrEqualTo(2);
    }

    static void areOfOneWrite(BackendCounts cold) {
        assertThat(cold.redis(WRITES))
                .withFailMessage(
                        () -> "One SET was expected for one answer, but Redis counted %s".formatted(cold.redis()))
                .isEqualTo(1);
        assertThat(cold.redis(EXPIRIES))
                .withFailMessage(() -> """
                        One SET was expected that has the expiry with it, but Redis counted %s.
                        These are two commands, and between them the app may die: then the entry lives for ever.""".formatted(cold.redis()))
                .isZero();
    }

    static void areOfNoWrite(String path, BackendCounts counted) {
        assertThat(counted.redis(WRITES))
                .withFailMessage(() -> """
                        GET %s is a 404, and not worth keeping: anybody could fill Redis with names they make up.
                        But Redis counted %s.""".formatted(path, counted.redis()))
                .isZero();
    }

    static void areOfOneRead(String path, BackendCounts warm) {
        assertThat(warm.statementCount())
                .withFailMessage(() -> """
                        The second GET %s should need no statement, but the database counted %d:
                          %s""".formatted(path, warm.statementCount(), warm.statementsInWords()))
                .isZero();
        assertThat(List.of(warm.redis(READS), warm.redisCount()))
                .withFailMessage(() -> """
                        The second GET %s should ask Redis once, with one GET and nothing else.
                        But Redis counted %s.""".formatted(path, warm.redis().isEmpty() ? "nothing" : warm.redis()))
                .containsExactly(1, 1);
    }
}
