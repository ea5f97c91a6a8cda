package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks the app while its Redis is of no use: each answer has to be right and soon, and the log has to say why.
 *
 * @param trouble such as {@code With the app's wire to Redis cut}
 */
record WithoutRedis(StepContext context, String trouble, String path, String beer) {

    /** Some 100 ms for Redis, as much for the answer, and the rest for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(1);

    /** A request that needs no Redis takes a few milliseconds. */
    private static final Duration QUICK = Duration.ofMillis(100);

    private static final int TURNS = 3;

    /** The fastest of three counts: whatever else runs on this machine can only slow one down. */
    void answersInTime() {
        long[] fastest = new long[1];
        logs(
                TURNS,
                () -> fastest[0] = IntStream.range(0, TURNS)
                        .mapToLong(turn -> millisForAnAnswer())
                        .min()
                        .orElseThrow());

        if (fastest[0] >= BOUND.toMillis()) {
            String quick = "/beer/" + beer;
            MachineLoad.assertLow("GET " + quick, () -> context.after().get(quick), QUICK);
        }
        assertThat(fastest[0])
                .withFailMessage(() -> """
                        %s, GET %s took %d ms or more, three times.
                        The cache may cost its guests some 100 ms then, and all of it less than %d ms.""".formatted(trouble, path, fastest[0], BOUND.toMillis()))
                .isLessThan(BOUND.toMillis());
        context.say("%s: %d ms".formatted(trouble, fastest[0]));
    }

    /** One request, however long it takes. */
    void answers() {
        logs(1, this::millisForAnAnswer);
    }

    private long millisForAnAnswer() {
        long start = System.nanoTime();
        ServiceReply reply = context.after().get(path);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(reply.status())
                .withFailMessage(() -> """
                        %s, GET %s should still be answered, from the database.
                        But it is %d: %s""".formatted(trouble, path, reply.status(), reply.body()))
                .isEqualTo(200);
        Answers.of(context).isRight(beer, reply);
        return millis;
    }

    private void logs(int requests, Runnable asking) {
        List<String> logged =
                context.after().logOf(asking, lines -> new AppLines(lines).haveEndedWithoutRedis(requests));
        AppLines lines = new AppLines(logged);
        assertThat(lines.unusual())
                .withFailMessage(() -> """
                        %s, the app goes on without it, but does not say so: somebody should read that in one line of the log.
                        It logged %s""".formatted(trouble, logged))
                .isNotEmpty();
        assertThat(lines.ofStackTraces())
                .withFailMessage(
                        () -> """
                        %s, the app should say so in one line of the log, for it may say so often.
                        But there is a stack trace of %d lines.""".formatted(trouble, lines.ofStackTraces().size()))
                .isEmpty();
    }
}
