package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import coach.course.check.FaultInjection;
import coach.course.check.GuestBeer;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.check.TracedReply;
import coach.course.latency.Claim;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import traces.model.Span;
import traces.model.Trace;

/** Step 05: the app's queries are spans, by hand and by Hibernate's, and an answer names its trace. */
@StepTest(refusesTheStateBefore = "should have one span «query beer»; it has 0")
class TraceTheDatabaseTest {

    private static final String BEER = "query beer";
    private static final String TASTINGS = "query tastings";

    /** So far that what the machine does beside it is little. */
    private static final Duration FAR = Duration.ofMillis(40);

    @Test
    @Order(1)
    void asksForABeerOnce(StepContext context) {
        BackendCounts counted = context.after().count(() -> context.after().get("/beer/gose"));

        assertThat(counted.statementCount())
                .withFailMessage(() -> "GET /beer/gose takes one statement. The database counted %d: %s."
                        .formatted(counted.statementCount(), counted.statementsInWords()))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void makesASpanAroundTheQueryOfABeer(StepContext context) {
        HandMade.only(context.after().trace("/beer/gose"), BEER).hasNotFailed();
        HandMade.only(context.after().trace("/beer/saisom"), BEER).hasNotFailed();
    }

    @Test
    @Order(3)
    @HoldsUntil(9)
    void makesASpanAroundEachQueryOfAPair(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 3)) {
            TracedReply pair = context.after().trace(beer.pair());

            HandMade.only(pair, BEER).hasNotFailed();
            HandMade.only(pair, TASTINGS).hasNotFailed();
        }
    }

    @Test
    @Order(4)
    @HoldsUntil(9)
    void keepsTheLogLineOfEachQuery(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 3)) {
            Heard heard = Heard.of(context.after(), beer.pair(), BEER, TASTINGS);

            for (String query : List.of(BEER, TASTINGS)) {
                assertThat(heard.took(query))
                        .withFailMessage(() -> """
                                The log should have one line «%s took 12.3 ms» of GET %s, and has %d. %s
                                The log lines of step 02 stay: a span is of no use where nothing is traced.""".formatted(
                                        query, beer.pair(), heard.took(query).size(), heard.logged()))
                        .hasSize(1);
            }
        }
    }

    @Test
    @Order(5)
    @HoldsUntil(7)
    void endsEachSpanWithItsQuery(StepContext context) {
        TestBar bar = context.after();
        try (GuestBeer beer = GuestBeer.in(bar, 3)) {
            TracedReply pair = FaultInjection.withDistantDatabase(bar, FAR, () -> bar.trace(beer.pair()));

            HandMade.only(pair, BEER).lastsAsLongAsOneOfEightStatements(FAR);
            HandMade.only(pair, TASTINGS).lastsAsLongAsOneOfEightStatements(FAR);
        }
    }

    @Test
    @Order(6)
    void marksTheQueryOfABeer_whenItFails(StepContext context) {
        TestBar bar = context.after();

        HandMade.only(FaultInjection.withoutTable(bar, "beer", () -> bar.trace("/beer/gose")), BEER)
                .hasFailed();
    }

    @Test
    @Order(7)
    @HoldsUntil(9)
    void marksTheQueryOfTheTastingsAlone_whenItFails(StepContext context) {
        TestBar bar = context.after();
        try (GuestBeer beer = GuestBeer.in(bar, 3)) {
            TracedReply pair = FaultInjection.withoutTable(bar, "tasting", () -> bar.trace(beer.pair()));

            HandMade.only(pair, BEER).hasNotFailed();
            HandMade.only(pair, TASTINGS).hasFailed();
        }
    }

    @Test
    @Order(8)
    void showsTheSpanOfHibernateInside(StepContext context) {
        HandMade.only(context.after().trace("/beer/gose"), BEER).holdsOneSpanOfHibernate();
    }

    @Test
    @Order(9)
    @HoldsUntil(9)
    void showsTheSpanOfHibernateInsideEachQueryOfAPair(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 3)) {
            TracedReply pair = context.after().trace(beer.pair());

            HandMade.only(pair, BEER).holdsOneSpanOfHibernate();
            HandMade.only(pair, TASTINGS).holdsOneSpanOfHibernate();
        }
    }

    @Test
    @Order(10)
    @HoldsUntil(6)
    void leavesTheLazyLoadsHidden(StepContext context) {
        TestBar bar = context.after();
        try (GuestBeer beer = GuestBeer.in(bar, 12)) {
            TracedReply pair = bar.trace(beer.pair());

            pair.drawing().ifPresent(context::show);
            hasNoMoreSpansThanQueries(pair);
            context.say(shareOfTheQueries(pair));
        }
    }

    /** Answers what the step has asked its learner to guess. */
    private static String shareOfTheQueries(TracedReply pair) {
        long queries = Stream.of(BEER, TASTINGS)
                .mapToLong(query -> HandMade.only(pair, query).span().duration())
                .sum();
        return "%s ms of the %s ms of a pair have something beneath them."
                .formatted(
                        Math.round(queries / 1e6), Math.round(Servers.only(pair).duration() / 1e6));
    }

    private static void hasNoMoreSpansThanQueries(TracedReply pair) {
        assertThat(pair.spans(SpanKind.SPAN_KIND_CLIENT))
                .withFailMessage(() -> """
                        The driver of the database is traced too: %s
                        That is the next step. In otel.properties, only hibernate comes on in this one.""".formatted(Servers.names(pair.spans(SpanKind.SPAN_KIND_CLIENT))))
                .isEmpty();
        assertThat(pair.nodes().stream().filter(HandMade::isHibernates))
                .as("spans of Hibernate, of a pair with two queries")
                .hasSize(2);
    }

    @Test
    @Order(11)
    void namesItsTraceInTheAnswer(StepContext context) {
        TestBar bar = context.after();

        namesItsTrace(bar.trace("/beer/gose"));
        namesItsTrace(bar.trace("/beer/saisom"));
        namesItsTrace(bar.trace("/pears"));
        namesItsTrace(FaultInjection.withoutTable(bar, "donut_flavour", () -> bar.trace("/donut/apple-fritter")));
    }

    private static void namesItsTrace(TracedReply traced) {
        Span server = Servers.only(traced);
        String right = "00-" + server.traceId() + "-" + server.id() + "-";
        String header = traced.reply().header("traceresponse");
        assertThat(header)
                .withFailMessage(() -> """
                        An answer with %d should say traceresponse: %s01, which is the trace and the SERVER span that arrived of it.
                        It says %s.""".formatted(traced.reply().status(), right, header))
                .isNotNull()
                .matches(right + "[0-9a-f][13579bdf]");
    }

    @Test
    @Order(12)
    void namesItsTrace_whenTheAppBeganIt(StepContext context) {
        List<ServiceReply> reply = new ArrayList<>();
        List<Trace> traces =
                context.after().tracesOf(() -> reply.add(context.after().get("/beer/gose")));

        assertThat(traces).as("traces of a request without traceparent").hasSize(1);
        namesItsTrace(new TracedReply(reply.get(0), traces.get(0).id(), traces));
    }

    @Test
    @Order(13)
    @HoldsUntil(6)
    void namesNoTrace_whereNothingIsTraced(StepContext context) {
        try (TestBar untraced = context.after().untraced().open()) {
            String header = untraced.get("/").header("traceresponse");

            assertThat(header).withFailMessage(() -> """
                            Your app ran without the agent, and still answered GET / with traceresponse: %s.
                            The header should be missing where nothing is traced: the current span is not valid then, and isValid() says so.""".formatted(header)).isNull();
        }
    }

    @Test
    @Order(14)
    void keepsGuestsApart_whenTheyComeAtOnce(StepContext context) {
        TestBar bar = context.after();

        List<Trace> traces = bar.tracesOf(() -> Guests.atOnce(() -> bar.get("/beer/saison")));

        assertThat(traces).as("traces of %d requests at once", Guests.MANY).hasSize(Guests.MANY);
        traces.forEach(trace -> HandMade.only(new TracedReply(null, trace.id(), List.of(trace)), BEER)
                .holdsOneSpanOfHibernate());
    }

    @Test
    @Order(15)
    @HoldsUntil(6)
    void isNoSlowerThanBefore(StepContext context) {
        context.say(context.undisturbed(() -> Cost.ofTracingAPair(context)));
        context.prove(Claim.noSlower(), "/beer/saison", SampleSize.QUICK);
    }
}
