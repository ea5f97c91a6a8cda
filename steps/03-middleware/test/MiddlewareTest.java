package test;

import static org.assertj.core.api.Assertions.assertThat;
import static test.Request.get;

import coach.course.check.FaultInjection;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 03: every request has an id, and says how it went. */
@StepTest(refusesTheStateBefore = "the header X-Request-Id is missing")
class MiddlewareTest {

    /** So far that what the machine does beside it is little. */
    private static final Duration FAR = Duration.ofMillis(80);

    @Test
    @Order(1)
    void tellsOfEveryRequest_onSuccess(StepContext context) {
        for (String path : List.of("/", "/beers", "/beer/saison", "/donuts", "/donut/apple-fritter", "/health")) {
            Heard heard = get(path).askedOf(context.after());

            get(path).isToldInFull(heard);
        }
        Heard pair = get("/pair/beer?name=saison").askedOf(context.after());
        get("/pair/beer?name=saison").isToldInFull(pair);
        context.say(pair.logged());
    }

    @Test
    @Order(2)
    void tellsOfEveryRequest_onFailure(StepContext context) {
        TestBar bar = context.after();
        List<Request> failing =
                List.of(get("/pears"), get("/beer/saisom"), get("/pair/beer"), new Request("POST", "/beers"));
        failing.forEach(request -> request.isToldInFull(request.askedOf(bar)));
        RequestLine pears = RequestLine.of(get("/pears").askedOf(bar));
        context.say("GET /pears took %s ms; its line is the one with id=%s.".formatted(pears.millis(), pears.id()));

        Request broken = get("/donut/apple-fritter");
        Heard heard = FaultInjection.withoutTable(bar, "donut_flavour", () -> broken.askedOf(bar));

        broken.isToldInFull(heard);
        assertThat(heard.reply().status())
                .as("status of a page whose table is gone")
                .isEqualTo(500);
    }

    @Test
    @Order(3)
    void makesAnId_forWhoBringsNone(StepContext context) {
        Request.hasAnIdOfItsOwn(get("/beer/gose").askedOf(context.after()));
        Request.hasAnIdOfItsOwn(get("/pears").askedOf(context.after()));
    }

    @Test
    @Order(4)
    void takesTheIdOver_fromWhoBringsOne(StepContext context) {
        for (String id : List.of("Guest_7.of-the-bar", "7", "x".repeat(64))) {
            Heard heard = get("/beer/gose").askedOf(context.after(), "X-Request-Id", id);

            assertThat(heard.reply().header("X-Request-Id"))
                    .withFailMessage(() ->
                            "GET /beer/gose came with X-Request-Id: %s, and was answered with %s. It should be taken over."
                                    .formatted(id, heard.reply().header("X-Request-Id")))
                    .isEqualTo(id);
            get("/beer/gose").isToldInFull(heard);
        }
    }

    @Test
    @Order(5)
    void makesAnId_whereTheOneBroughtCouldForgeALineOfTheLog(StepContext context) {
        for (String id :
                List.of("two words", "a status=200", "tab\tbed", "next\u0085line", "<b>", "x".repeat(65), "")) {
            Heard heard = get("/beer/gose").askedOf(context.after(), "X-Request-Id", id);

            isNotTakenOver(id, heard);
            Request.hasAnIdOfItsOwn(heard);
            get("/beer/gose").isToldInFull(heard);
        }
    }

    private static void isNotTakenOver(String id, Heard heard) {
        assertThat(heard.reply().header("X-Request-Id"))
                .withFailMessage(() -> """
                        GET /beer/gose came with X-Request-Id: %s, and it was taken over.
                        Only 1 to 64 letters, digits, «.», «_» or «-» may be taken over: with anything else a guest could \
                        forge a line of the log. A new UUID should stand there.""".formatted(id))
                .isNotEqualTo(id);
    }

    @Test
    @Order(6)
    void logsThePathAsItWasSent_whereItCouldForgeALineOfTheLog(StepContext context) {
        for (String lineBreak : List.of("%0A", "%0D")) {
            Request forging = get("/pears" + lineBreak + "forged");

            Heard heard = forging.askedOf(context.after());

            assertThat(heard.log())
                    .withFailMessage(() -> """
                            %s has a line break in its path, and now the log has a line that the guest has written:
                              %s
                            Log the path as it was sent, with its percent signs: ctx.path().""".formatted(forging, String.join("\n  ", heard.log())))
                    .noneMatch(line -> line.startsWith("forged"));
            RequestLine.of(heard);
        }
    }

    @Test
    @Order(7)
    void tellsTwoHundredRequestsApart_whenTheyComeAtOnce(StepContext context) {
        Crowd.mixed(context.after(), 200).isToldApart();
        Crowd.alike(context.after(), 200).isToldApart();
    }

    @Test
    @Order(8)
    void saysHowLongItReallyTook_alsoOnFailure(StepContext context) {
        TestBar bar = context.after();

        saysTheClientsTime(bar, "/beer/gose");
        saysTheClientsTime(bar, "/beer/saisom");
        FaultInjection.withoutTable(bar, "beer", () -> saysTheClientsTime(bar, "/beer/gose"));
    }

    /** Three times at most: on a busy machine an answer may come late, and the client's time is longer with good reason. */
    private static Heard saysTheClientsTime(TestBar bar, String path) {
        Heard heard = besideAnother(bar, path);
        for (int again = 0; again < 2 && !isTheClients(Request.serverTiming(heard), heard); again++) {
            heard = besideAnother(bar, path);
        }
        isTheClientsTime("The header Server-Timing", Request.serverTiming(heard), heard);
        isTheClientsTime("The line of the log", RequestLine.of(heard).millis(), heard);
        return heard;
    }

    /** The other guest asks for a page that needs no database. */
    private static Heard besideAnother(TestBar bar, String path) {
        return FaultInjection.withDistantDatabase(
                bar,
                FAR,
                () -> AnotherGuest.after(2, bar, "/pears", () -> get(path).askedOf(bar)));
    }

    private static boolean isTheClients(double millis, Heard heard) {
        return millis >= heard.millis() * 0.8 && millis <= heard.millis() + 0.1;
    }

    private static void isTheClientsTime(String who, double millis, Heard heard) {
        assertThat(isTheClients(millis, heard))
                .withFailMessage(() -> """
                        %s, answered with %d, took its client %.1f ms. %s says %.1f: that should be within 20 %%, \
                        also while another guest asks for a page that takes less.
                        %s""".formatted(
                                heard.request(), heard.reply().status(), heard.millis(), who, millis, heard.logged()))
                .isTrue();
    }

    @Test
    @Order(9)
    void timesTheQueryStill_butTheRouteNoMore(StepContext context) {
        Heard beer = get("/beer/gose").askedOf(context.after());
        Heard pair = get("/pair/beer").askedOf(context.after());

        beer.tookOnce("query beer");
        assertThat(pair.log())
                .withFailMessage(() -> """
                        The timer around the route says once more what the line of the request says. Take it off in WebServer.java.
                        %s""".formatted(pair.logged()))
                .noneMatch(line -> line.matches(".*GET /pair/beer took .*"));
    }

    @Test
    @Order(10)
    @HoldsUntil(4)
    void isNoSlowerThanBefore(StepContext context) {
        context.prove(Claim.noSlower(), "/beer/saison", SampleSize.QUICK);
    }
}
