package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.FaultInjection;
import coach.course.check.GuestBeer;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.check.TracedReply;
import coach.course.latency.Claim;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import traces.model.Span;
import traces.model.Trace;

/** Step 04: each request is a span, and nothing else is. */
@StepTest(refusesTheStateBefore = "The agent is attached to the app because this file is there")
class TraceTheWebFrameworkTest {

    @Test
    @Order(1)
    void hasAFileThatAttachesTheAgent(StepContext context) {
        AgentFile.of(context);
    }

    @Test
    @Order(2)
    void saysWhatTheAgentSends_inSettingsThatItKnows(StepContext context) {
        AgentFile.of(context).hasNoUnknownSetting();
        AgentFile.of(context).sendsTracesAlone();
        AgentFile.of(context).sendsAtLeastOnceASecond();
    }

    @Test
    @Order(3)
    void showsEachRequestAsOneSpan_namedByItsRoute(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 3)) {
            isOneSpan(context.after(), "/beer/" + beer.name(), "GET /beer/{name}", 200);
        }
        isOneSpan(context.after(), "/beers", "GET /beers", 200);
        isOneSpan(context.after(), "/donut/apple-fritter", "GET /donut/{name}", 200);
    }

    @Test
    @Order(4)
    void saysWhatBecameOfIt_onFailure(StepContext context) {
        TestBar bar = context.after();
        isOneSpan(bar, "/beer/saisom", "GET /beer/{name}", 404);
        isOneSpan(bar, "/pair/beer", "GET /pair/beer", 400);

        TracedReply broken = FaultInjection.withoutTable(bar, "donut_flavour", () -> bar.trace("/donut/apple-fritter"));

        Span server = Servers.only(broken);
        Servers.hasStatus(server, 500);
        assertThat(server.isError())
                .withFailMessage(
                        "A request that the app answered with 500 should be marked as failed in its span, but is not.")
                .isTrue();
    }

    @Test
    @Order(5)
    @HoldsUntil(5)
    void showsNothingOfWhatHappensInside(StepContext context) {
        try (GuestBeer beer = GuestBeer.in(context.after(), 3)) {
            TracedReply traced = context.after().trace(beer.pair());

            traced.drawing().ifPresent(context::show);
            assertThat(traced.spans())
                    .withFailMessage(() -> """
                            Of a request, one span should be there for now: that of the web server. There are %d:
                              %s
                            In otel.properties, everything is off but jetty, javalin and opentelemetry-api.""".formatted(traced.spans().size(), Servers.names(traced.spans())))
                    .hasSize(1);
            context.say("Watching the web server alone shows 1 span of a pair.");
        }
    }

    @Test
    @Order(6)
    void keepsGuestsApart_whenTheyComeAtOnce(StepContext context) {
        TestBar bar = context.after();

        List<Trace> traces = bar.tracesOf(() -> Guests.atOnce(() -> bar.get("/beer/saison")));

        assertThat(traces)
                .withFailMessage(() -> "%d requests at once should be as many traces; there are %d."
                        .formatted(Guests.MANY, traces.size()))
                .hasSize(Guests.MANY)
                .allSatisfy(trace -> assertThat(trace.spans().stream().filter(Servers::isServer))
                        .hasSize(1));
    }

    @Test
    @Order(7)
    @HoldsUntil(5)
    void isNoSlowerThanBefore(StepContext context) {
        context.prove(Claim.noSlower(), "/beer/saison", SampleSize.QUICK);
    }

    private static void isOneSpan(TestBar bar, String path, String name, int status) {
        Span server = Servers.only(bar.trace(path));

        assertThat(server.name())
                .withFailMessage(() -> """
                        The span of GET %s should have the name of its route, «%s», and is called «%s».
                        The route is what javalin knows; the agent takes that of the first handler, unless it is told to look past it.""".formatted(path, name, server.name()))
                .isEqualTo(name);
        Servers.hasStatus(server, status);
    }
}
