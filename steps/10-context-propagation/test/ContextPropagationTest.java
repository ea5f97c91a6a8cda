package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.course.check.ByHand;
import coach.course.check.HoldsUntil;
import coach.course.check.InconclusiveMeasurement;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.check.TracedReply;
import coach.course.latency.Claim;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import traces.model.Span;
import traces.model.Trace;

/** Step 10: one trace across both services; by hand first, then by a header that both agree on. */
@StepTest(refusesTheStateBefore = "one SERVER span of the score service was expected, but there are 0")
class ContextPropagationTest {

    private static final String PAIR = "/pair/beer?name=";
    private static final List<String> BEERS = List.of("saison", "tripel", "porter", "gose", "barleywine", "witbier");

    @Test
    @ByHand
    @Order(1)
    void carriesTheTraceOverTheBorder_byHand(StepContext context) {
        TracedReply traced = cold(context.after());

        Border border = Border.only(traced.tree(), "GET " + PAIR + "saison");

        traced.drawing().ifPresent(context::show);
        hangsFromTheApp(border);
        if (!border.hangsFromTheCall()) {
            context.say(
                    "The CLIENT span has no child: your code knew only the span around it. The agent can do better.");
        }
    }

    private static void hangsFromTheApp(Border border) {
        assertThat(border.caller()).withFailMessage("""
                        The score service's SERVER span is in the right trace, but its parent is no span of the app.
                        X-B3-SpanId should be the id of the current span, 16 hex digits.""").isPresent();
    }

    @Test
    @ByHand
    @Order(2)
    void crossesNoTraces_forAHundredGuestsAtOnce_byHand(StepContext context) {
        Rush rush = rush(context);

        rush.beers().forEach((traceId, beer) -> hangsFromTheApp(own(rush, traceId, beer)));
    }

    @Test
    @Order(1)
    void followsTheCallIntoTheScoreService(StepContext context) {
        TracedReply traced = cold(context.after());

        Border border = Border.only(traced.tree(), "GET " + PAIR + "saison");

        traced.drawing().ifPresent(context::show);
        hangsFromTheCall(border);
    }

    private static void hangsFromTheCall(Border border) {
        assertThat(border.hangsFromTheCall())
                .withFailMessage(() -> """
                        The score service's SERVER span should hang from the app's CLIENT span, but hangs from %s.
                        Only the agent knows the CLIENT span when it writes the header: is it its header that is read?""".formatted(border.caller()
                        .map(span -> "«" + span.name() + "» (" + kind(span) + ")")
                        .orElse("a span that never came")))
                .isTrue();
    }

    private static String kind(Span span) {
        return span.kind().name().replace("SPAN_KIND_", "");
    }

    private static TracedReply cold(TestBar bar) {
        // Once before: the first call of a service that has just started may miss its second.
        new Kept(bar).forget();
        Patient.get(bar, PAIR + "saison");
        new Kept(bar).forget();
        TracedReply traced = bar.trace(PAIR + "saison");
        if (traced.reply().status() == 503) {
            // The call took longer than its second, so its span may never come.
            throw new InconclusiveMeasurement(
                    "GET %ssaison was refused, as the score service took too long: this machine is too busy just now to tell."
                            .formatted(PAIR));
        }
        return traced;
    }

    @Test
    @Order(2)
    void leavesNoHeaderWrittenByHand(StepContext context) {
        List<String> left = ByHandHeaders.in(context.files());

        assertThat(left)
                .withFailMessage(() -> """
                        The agent writes the header now, so the lines that wrote it by hand should be gone. There are still:
                          %s""".formatted(String.join("\n  ", left)))
                .isEmpty();
    }

    @Test
    @Order(3)
    void crossesNoTraces_forAHundredGuestsAtOnce(StepContext context) {
        Rush rush = rush(context);

        rush.beers().forEach((traceId, beer) -> hangsFromTheCall(own(rush, traceId, beer)));
        context.say("a hundred guests, a hundred traces, each with the call it belongs to");
    }

    private static Rush rush(StepContext context) {
        Rush rush = new Rush(context.after(), PAIR);
        rush.run(BEERS);
        return rush;
    }

    private static Border own(Rush rush, String traceId, String beer) {
        String asked = "GET " + PAIR + beer + ", one of a hundred at once,";
        Border border = Border.only(rush.tree(traceId), asked);
        assertThat(border.query())
                .withFailMessage(
                        () -> "In the trace of %s the score service was asked for %s: that belongs to another guest."
                                .formatted(asked, border.query()))
                .contains("beer=" + beer);
        return border;
    }

    @Test
    @Order(4)
    void goesOnWithTheTraceOfItsGuest(StepContext context) {
        TracedReply traced = context.after().trace(PAIR + "saison");

        assertThat(traced.spans(CompiledServices.APP, SpanKind.SPAN_KIND_SERVER))
                .withFailMessage(() -> """
                        A guest sent  traceparent: 00-%s-00000000000000aa-01
                        Expected: one SERVER span of the app in that trace, with the parent 00000000000000aa.
                        Seen in that trace: %s""".formatted(
                                traced.traceId(),
                                traced.spans().stream().map(Span::name).toList()))
                .singleElement()
                .matches(span ->
                        span.parentId().filter("00000000000000aa"::equals).isPresent());
    }

    @Test
    @Order(5)
    void takesNoNotice_ofATraceparentThatIsNone(StepContext context) {
        TestBar bar = context.after();
        String broken = "00-" + "0".repeat(32) + "-00000000000000aa-01";
        AtomicReference<ServiceReply> reply = new AtomicReference<>();

        List<Trace> traces = bar.tracesOf(() -> reply.set(bar.get(PAIR + "saison", "traceparent", broken)));

        assertThat(reply.get().status())
                .as("the status, for a traceparent of zeros")
                .isEqualTo(200);
        assertThat(traces)
                .withFailMessage("""
                        A guest sent a traceparent of zeros, which is none. One trace was expected that begins in the app:
                        a SERVER span without a parent. But none came.""")
                .anyMatch(trace -> trace.spans().stream()
                        .anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_SERVER
                                && span.service().equals(CompiledServices.APP)
                                && span.parentId().isEmpty()));
    }

    @Test
    @Order(6)
    @HoldsUntil(11)
    void isNoSlower_whenTheAnswerIsKept(StepContext context) {
        context.prove(Claim.noSlower(), PAIR + "saison", SampleSize.QUICK);
    }
}
