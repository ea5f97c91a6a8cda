package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import coach.course.check.GuestBeer;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.check.TracedReply;
import coach.course.latency.Claim;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.Span;

/** Step 06: the agent shows each statement that the database runs, and so the loop that Hibernate hid. */
@StepTest(refusesTheStateBefore = "The trace should show each of them as a CLIENT span with its SQL; it shows 0")
class AutopatchTest {

    @Test
    @Order(1)
    void showsTheStatementsOfADonut(StepContext context) {
        BackendCounts counted = context.after().count(() -> context.after().get("/donut/apple-fritter"));

        showsEachStatement(context.after().trace("/donut/apple-fritter"), counted);
    }

    @Test
    @Order(2)
    @HoldsUntil(7)
    void showsTheStatementsOfAPair_asManyAsTheDatabaseCounted(StepContext context) {
        TestBar bar = context.after();
        BackendCounts counted = bar.count(() -> bar.get("/pair/beer?name=saison"));
        TracedReply saison = bar.trace("/pair/beer?name=saison");

        assertThat(counted.statementCount())
                .as("statements for a beer that was tried with 78 donuts")
                .isEqualTo(158);
        showsEachStatement(saison, counted);
    }

    private static void showsEachStatement(TracedReply traced, BackendCounts counted) {
        List<Span> shown = traced.spans(SpanKind.SPAN_KIND_CLIENT).stream()
                .filter(span -> span.statement().isPresent())
                .toList();
        assertThat(counted.statementCount())
                .as("statements that the database counted")
                .isPositive();
        assertThat(shown)
                .withFailMessage(() -> """
                        The database ran %d statements for «%s»: %s.
                        The trace should show each of them as a CLIENT span with its SQL; it shows %d.
                        From this step on, otel.properties switches nothing off.""".formatted(
                                counted.statementCount(),
                                Servers.only(traced).name(),
                                counted.statementsInWords(),
                                shown.size()))
                .hasSize(counted.statementCount());
    }

    @Test
    @Order(3)
    @HoldsUntil(7)
    void findsTheStatementsThatRepeat(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 12)) {
            List<String> repeated = repeated(context, context.after().trace(beer.pair()));

            assertThat(repeated)
                    .withFailMessage(() -> """
                            A beer that was tried with 12 donuts: two statements should run 12 times each, one for the donut and one \
                            for its flavours. Found in the trace: %s""".formatted(repeated))
                    .hasSize(2)
                    .allSatisfy(sentence -> assertThat(sentence).startsWith("12 × "))
                    .anySatisfy(sentence -> assertThat(sentence).contains("from donut "))
                    .anySatisfy(sentence -> assertThat(sentence).contains("from donut_flavour "));
        }
    }

    private static List<String> repeated(StepContext context, TracedReply pair) {
        List<String> repeated = Findings.of(pair.tree().orElseThrow()).stream()
                .filter(finding -> finding.kind().equals("repeated-query"))
                .map(Finding::sentence)
                .toList();
        repeated.forEach(context::say);
        return repeated;
    }

    @Test
    @Order(4)
    void keepsTheSpansMadeByHand(StepContext context) {
        HandMade.only(context.after().trace("/beer/gose"), "query beer").holdsOneSpanOfHibernate();
    }

    @Test
    @Order(5)
    @HoldsUntil(7)
    void knowsHowManyStatementsTheStoutTakes(StepContext context) {
        int answer = WrittenAnswer.number(context, "statements.stout");
        int counted = context.after()
                .count(() -> context.after().get("/pair/beer?name=stout"))
                .statementCount();

        assertThat(answer)
                .withFailMessage("""
                        answers.properties says statements.stout=%d, and the database counted %s than that for /pair/beer?name=stout.
                        Count the lines of its trace that carry SQL: those of the two queries, and of everything that repeats.""", answer, counted > answer ? "more" : "fewer")
                .isEqualTo(counted);
        context.say("GET /pair/beer?name=stout runs %s statements.".formatted(counted));
    }

    @Test
    @Order(6)
    @HoldsUntil(7)
    void isNoSlowerThanBefore(StepContext context) {
        context.say(context.undisturbed(() -> Cost.ofTracingAPair(context)));
        context.prove(Claim.noSlower(), "/beer/saison", SampleSize.QUICK);
    }
}
