package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Workshop;
import coach.bar.wire.Traffic;
import coach.course.check.BackendCounts;
import coach.course.check.BothHalves;
import coach.course.check.ByHand;
import coach.course.check.RepeatedRequest;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Lab 12: a tracer at the socket notes what crosses the wire, and what it found is repaired. */
@StepTest(refusesTheStateBefore = "your tracer noted 0 calls")
class OwnTracerTest {

    private static final String DONUT = "/donut/";
    private static final List<String> DONUTS = List.of(
            "apple-fritter", "boston-cream", "earl-grey", "key-lime", "matcha", "rum-raisin", "smores", "tiramisu");

    private static final int MOST_TRIES = 20;

    @Test
    @BothHalves
    @Order(1)
    void notesEachCall_asTheWireCountsThem(StepContext context) {
        TestBar bar = context.after();
        assertThat(bar.code().labs())
                .withFailMessage(() -> "There is no tracer in this code, because the lab has not begun. Type: "
                        + Workshop.command("start 12"))
                .isNotEmpty();
        for (String donut : DONUTS) {
            noted(DONUT + donut, TracerNotes.of(bar, 1, () -> bar.get(DONUT + donut)));
        }
    }

    private static void noted(String path, TracerNotes notes) {
        assertThat(notes.noted())
                .withFailMessage(() -> """
                        For GET %s your tracer noted %s.
                        The wire to the database counted %s.
                        An exchange begins with the first write after an answer.
                        It ends with the last read before the next write.
                        A question may take several writes, an answer several reads.""".formatted(path, notes.noted(), notes.crossed()))
                .isEqualTo(notes.crossed());
    }

    @Test
    @BothHalves
    @Order(2)
    void notesNothing_outsideOfASection(StepContext context) {
        TestBar bar = context.after();
        String donut = DONUTS.get(0);
        bar.get("/beer/ipa");

        TracerNotes alone = TracerNotes.of(bar, 1, () -> bar.get(DONUT + donut));

        noted(DONUT + donut + ", after a request that is no section,", alone);
    }

    @Test
    @BothHalves
    @Order(3)
    void notesEachCallOnce_whenEightGuestsComeAtOnce(StepContext context) {
        noted(DONUT + "…, eight at once,", eightGuests(context.after()));
    }

    /** Repeated until the app's pool rests: what it says to the database when it opens a connection is no guest's call. */
    private static TracerNotes eightGuests(TestBar bar) {
        Traffic wire = bar.bar().wires().appToDatabase().traffic();
        int quiet = 0;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            long connections = wire.connections();
            TracerNotes notes = TracerNotes.of(bar, DONUTS.size(), () -> atOnce(bar));
            quiet = wire.connections() == connections ? quiet + 1 : 0;
            if (quiet == 2) {
                return notes;
            }
        }
        throw new AssertionError("The app's pool opened connections all the time, so no calls could be compared.");
    }

    private static void atOnce(TestBar bar) {
        ExecutorService guests = Executors.newFixedThreadPool(DONUTS.size());
        try {
            List<CompletableFuture<ServiceReply>> replies = DONUTS.stream()
                    .map(donut -> CompletableFuture.supplyAsync(() -> bar.get(DONUT + donut), guests))
                    .toList();
            replies.forEach(CompletableFuture::join);
        } finally {
            guests.shutdown();
        }
    }

    @Test
    @BothHalves
    @Order(4)
    void tellsAQuestionAskedTwice_fromALoop(StepContext context) {
        List<String> findings = OtherProgram.findings(context.after().code());

        List<String> missing = KnownTraffic.FINDINGS.keySet().stream()
                .filter(expected -> findings.stream().noneMatch(line -> line.startsWith(expected)))
                .sorted()
                .map(expected -> expected + " … (" + KnownTraffic.FINDINGS.get(expected) + ")")
                .toList();
        List<String> more = findings.stream()
                .filter(line -> KnownTraffic.FINDINGS.keySet().stream().noneMatch(line::startsWith))
                .toList();
        assertThat(Stream.of(missing, more).flatMap(List::stream))
                .withFailMessage(() -> """
                        A program of ours asks its database some questions twice, and others in loops; its commits are housekeeping.
                        Your tracer's report should have, and has not:
                        %s
                        It has, and should not:
                        %s""".formatted(lines(missing), lines(more)))
                .isEmpty();
    }

    private static String lines(List<String> lines) {
        return lines.isEmpty()
                ? "  nothing"
                : lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    @Test
    @ByHand
    @Order(5)
    void showsWhatADonutTakes(StepContext context) {
        TestBar bar = context.after();
        List<String> log = bar.logOf(
                () -> bar.get(DONUT + DONUTS.get(0)),
                lines -> lines.stream().anyMatch(line -> line.contains("letters came")));

        List<String> report = log.stream().filter(line -> line.startsWith("* ")).toList();
        assertThat(report)
                .withFailMessage(() -> "Your tracer should find what %s asks twice, but its report says: %s"
                        .formatted(DONUT + DONUTS.get(0), log))
                .anyMatch(line -> line.startsWith("* Asked twice"));
        report.forEach(context::say);
    }

    @Test
    @Order(5)
    void asksTheDatabaseOnce_forADonut(StepContext context) {
        TestBar bar = context.after();
        for (String donut : DONUTS) {
            BackendCounts counted = bar.count(() -> bar.get(DONUT + donut));

            assertThat(counted.statementCount())
                    .withFailMessage(() -> "For GET %s%s one statement was expected, but the database ran %d: %s."
                            .formatted(DONUT, donut, counted.statementCount(), counted.statementsInWords()))
                    .isEqualTo(1);
        }
    }

    @Test
    @Order(6)
    void leavesTheRecipeWhereItIs(StepContext context) {
        TestBar bar = context.after();
        Recipes recipes = Recipes.of(context);
        for (String donut : DONUTS) {
            TracerNotes notes = TracerNotes.of(bar, 1, () -> bar.get(DONUT + donut));

            assertThat(notes.bytesIn())
                    .withFailMessage(() -> """
                            For GET %s%s the database sent %,d bytes, and its recipe alone takes %,d: it still comes, and no guest sees it.
                            @Basic(fetch = LAZY) does nothing here: Hibernate would have to change the class for that.
                            Ask for the columns that the guest gets.""".formatted(DONUT, donut, notes.bytesIn(), recipes.bytes(donut)))
                    .isLessThan(recipes.bytes(donut));
        }
    }

    @Test
    @Order(7)
    void answersAsBefore_forEveryDonut(StepContext context) {
        TestBar before = context.before();
        TestBar after = context.after();
        after.get("/donuts").json().forEach(line -> {
            String path = DONUT + line.path("name").asText();
            same(path, before.get(path), after.get(path));
        });
        same(DONUT + "no-such", before.get(DONUT + "no-such"), after.get(DONUT + "no-such"));
    }

    private static void same(String path, ServiceReply before, ServiceReply after) {
        String expected = before.status() + " " + before.body();
        String seen = after.status() + " " + after.body();
        assertThat(seen)
                .withFailMessage(() -> """
                        GET %s should answer as before.
                          expected  %s
                          seen      %s""".formatted(path, expected, seen))
                .isEqualTo(expected);
    }

    @Test
    @Order(8)
    void takesAtMostFourFifthsOfTheTime(StepContext context) {
        String path = DONUT + DONUTS.get(1);

        context.prove(
                Claim.atMost(0.8),
                new RepeatedRequest("before", context.before().app(), path),
                new RepeatedRequest("after", context.after().app(), path),
                SampleSize.QUICK);
    }
}
