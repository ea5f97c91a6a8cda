package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import java.time.Duration;
import java.util.stream.IntStream;

/** What the app answers while its Redis is away, and how soon. */
record WithoutRedis(StepContext context, String trouble, String path, String beer) {

    /** Some 100 ms for Redis, as much for the answer, and the rest for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(1);

    /** The fastest of three counts: whatever else runs on this machine can only slow one down. */
    void answersInTime() {
        long fastest = IntStream.range(0, 3)
                .mapToLong(turn -> millisForAnAnswer())
                .min()
                .orElseThrow();

        assertThat(fastest)
                .withFailMessage(() -> """
                        With the app's wire to Redis %s, GET %s took %d ms or more, three times.
                        The cache may cost its guests some 100 ms then, and all of it less than %d ms.""".formatted(trouble, path, fastest, BOUND.toMillis()))
                .isLessThan(BOUND.toMillis());
        context.say("with the wire to Redis %s: %d ms".formatted(trouble, fastest));
    }

    private long millisForAnAnswer() {
        long start = System.nanoTime();
        ServiceReply reply = context.after().get(path);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(reply.status())
                .withFailMessage(() -> """
                        With the app's wire to Redis %s, GET %s should still be answered, from the database.
                        But it is %d: %s""".formatted(trouble, path, reply.status(), reply.body()))
                .isEqualTo(200);
        Answers.of(context).isRight(beer, reply);
        return millis;
    }
}
