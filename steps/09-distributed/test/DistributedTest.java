package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Distance;
import coach.bar.compiler.CompiledServices;
import coach.bar.wire.Wire;
import coach.course.check.BackendCounts;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.check.TracedReply;
import coach.course.latency.Claim;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import traces.model.Trace;
import traces.model.TraceTree;

/** Step 09: the score service works the answers out; without it there is a clear refusal, soon. */
@StepTest(refusesTheStateBefore = "the score service looked nothing up in its Redis")
class DistributedTest {

    private static final String PAIR = "/pair/beer?name=";

    /** Longer than the app should wait, and shorter than the score service waits for its Redis. */
    private static final Duration SLOW = Duration.ofMillis(1_500);

    @Test
    @Order(1)
    void answersAsBefore_forEveryBeer(StepContext context) {
        Answers answers = Answers.of(context);
        Patient.warmUp(context.after());
        new Kept(context.after()).forget();

        answers.beers().forEach(beer -> answers.isRight(beer, Patient.get(context.after(), PAIR + beer)));
    }

    @Test
    @Order(2)
    void asksTheScoreService_whenNoAnswerIsKept(StepContext context) {
        TestBar bar = context.after();
        new Kept(bar).forget("saison");
        Wire toScores = bar.bar().wires().scoresToRedis();
        long before = toScores.traffic().flights();
        AtomicLong flights = new AtomicLong();

        BackendCounts counted = bar.count(() -> {
            Patient.get(bar, PAIR + "saison");
            flights.set(toScores.traffic().flights() - before);
        });

        assertThat(flights)
                .withFailMessage(() -> """
                        For GET %ssaison the app should ask GET /match?beer=saison of the score service, at SCORE_URL.
                        But the score service looked nothing up in its Redis; the app's database counted %d statements:
                          %s""".formatted(PAIR, counted.statementCount(), counted.statementsInWords()))
                .hasPositiveValue();
        context.say("the score service waited %d times for its Redis, the app %d times for its database"
                .formatted(flights.get(), counted.databaseFlights()));
    }

    @Test
    @Order(3)
    void believesTheScoreService(StepContext context) throws SQLException {
        TestBar bar = context.after();
        Answers answers = Answers.of(context);
        new Kept(bar).forget();
        // Whoever still works it out from the database now comes to other scores.
        bar.bar().database().execute("update donut set sweetness = 11 - sweetness");
        try {
            List.of("barleywine", "kölsch", "saison")
                    .forEach(beer -> answers.isRight(beer, Patient.get(bar, PAIR + beer), """
                            The donuts in the app's database were changed for this, and those of the score service were not:
                            its answer counts, and nothing that the app works out itself."""));
        } finally {
            bar.bar().database().execute("update donut set sweetness = 11 - sweetness");
            new Kept(bar).forget();
        }
    }

    @Test
    @Order(4)
    void refusesSoon_whenTheScoreServiceIsSlow(StepContext context) {
        TestBar bar = context.after();
        Refusal refusal = new Refusal(bar, "slow", PAIR, "saison", "tripel");
        Wire wire = bar.bar().wires().scoresToRedis();
        wire.roundTrip(SLOW);
        try {
            refusal.isSaidSoon();
        } finally {
            wire.roundTrip(Distance.DEFAULT.redis());
        }
        Answers.of(context).isRight("saison", Patient.get(bar, PAIR + "saison"));
    }

    @Test
    @Order(5)
    void refusesSoon_whenTheScoreServiceIsDownOrAnswersRubbish(StepContext context) {
        TestBar bar = context.after();
        Refusal refusal = new Refusal(bar, "down", PAIR, "saison", "tripel");
        String match = bar.scores().get("/match?beer=saison").body();
        bar.bar().scores().kill();
        try {
            refusal.isSaidSoon();
            refusal.isSaidByItsHealth();
            // In one test, because what is killed takes as long to start as the rest takes.
            new StrangeAnswers(bar, PAIR, "saison", match).areRefused(refusal);
        } finally {
            bar.restartScores();
        }
        Answers.of(context).isRight("saison", Patient.get(bar, PAIR + "saison"));
    }

    @Test
    @Order(6)
    void handsOnWhatTheScoreServiceSays_whenThatHasNoRedis(StepContext trial) {
        TestBar bar = trial.after();
        Refusal refusal = new Refusal(bar, "without its Redis", PAIR, "saison", "tripel");
        Wire wire = bar.bar().wires().scoresToRedis();
        wire.cut();
        try {
            refusal.isSaidSoon();
            refusal.handsOn(bar.scores().get("/match?beer=saison"));
        } finally {
            wire.repair();
        }
        Answers.of(trial).isRight("saison", Patient.get(bar, PAIR + "saison"));
    }

    @Test
    @Order(7)
    void asksForABeerByItsName_alsoWhereThatIsNotOneWord(StepContext context) throws SQLException {
        TestBar bar = context.after();
        // On the menu; nobody has tried it, so that the score service has no scores of it.
        bar.bar()
                .database()
                .execute(
                        "insert into beer values (999999, 'black & tan', 'A Guest', 'Guest Ale', 5.5, 35, array['malt'])");
        try {
            ServiceReply reply = Patient.get(bar, PAIR + "black+%26+tan");

            assertThat(reply.status())
                    .withFailMessage(() -> """
                            The score service has no scores of the beer «black & tan», and GET %sblack+%%26+tan should be a 404.
                            Is its name encoded in the URL that the app asks? A blank and a & have to be.
                            Seen: %s %s""".formatted(PAIR, reply.status(), reply.body()))
                    .isEqualTo(404);
        } finally {
            bar.bar().database().execute("delete from beer where id = 999999");
        }
    }

    @Test
    @Order(8)
    @HoldsUntil(10)
    void leavesTheTraceAtTheBorder(StepContext context) {
        new Kept(context.after()).forget();

        TracedReply traced = context.after().trace(PAIR + "saison");

        assertThat(traced.spans(CompiledServices.APP, SpanKind.SPAN_KIND_CLIENT))
                .withFailMessage("No CLIENT span of the app was seen for GET %ssaison: is all of the agent on?", PAIR)
                .isNotEmpty();
        assertThat(traced.spans(CompiledServices.SCORES, SpanKind.SPAN_KIND_SERVER))
                .withFailMessage("The score service's span is in the app's trace already. That is the next step.")
                .isEmpty();
        Optional<Trace> behind = traced.all().stream()
                .filter(trace -> trace.services().contains(CompiledServices.SCORES))
                .findFirst();
        assertThat(behind)
                .withFailMessage(
                        "For GET %ssaison a trace of the score service was expected beside that of the app, but none came.",
                        PAIR)
                .isPresent();
        traced.drawing().ifPresent(context::show);
        context.say("The score service began a trace of its own, with %d spans: %s"
                .formatted(
                        TraceTree.of(behind.get()).nodes().size(), behind.get().id()));
    }

    @Test
    @Order(9)
    @HoldsUntil(10)
    void isNoSlower_whenTheAnswerIsKept(StepContext context) {
        context.prove(Claim.noSlower(), PAIR + "saison", SampleSize.QUICK);
    }
}
