package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 07: all donuts of a beer at once, for every beer, and none of them left out. */
@StepTest(refusesTheStateBefore = "At most 2 statements were expected for GET")
class EagerLoadingTest {

    private static final String PAIR = "/pair/beer?name=";

    @Test
    @Order(1)
    void asksTheDatabaseAtMostTwice_forEveryBeer(StepContext context) {
        TestBar bar = context.after();
        new Kept(bar).forget();
        int most = 0;
        long flights = 0;
        for (String beer : Answers.of(context).beers()) {
            BackendCounts counted = bar.count(() -> bar.get(PAIR + beer));
            atMostTwo(beer, counted);
            most = Math.max(most, counted.statementCount());
            flights = Math.max(flights, counted.databaseFlights());
        }
        context.say("for each beer: statements at most %d, flights over the wire at most %d".formatted(most, flights));
    }

    private static void atMostTwo(String beer, BackendCounts counted) {
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        No statement ran for GET %s%s, but its answer is in the database and nowhere else.
                        Keeping answers is the next step's business.""".formatted(PAIR, beer))
                .isPositive();
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        At most 2 statements were expected for GET %s%s, but the database counted %d:
                          %s
                        What runs once for each donut is a query in a loop, even where no loop is to be seen.""".formatted(PAIR, beer, counted.statementCount(), counted.statementsInWords()))
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Order(2)
    void answersAsBefore_forEveryBeer(StepContext context) {
        Answers answers = Answers.of(context);

        answers.beers().forEach(beer -> answers.isRight(beer, context.after().get(PAIR + beer)));
    }

    @Test
    @Order(3)
    @HoldsUntil(8)
    void leavesNoDonutOut_thatTastesOfNothing(StepContext context) throws SQLException {
        try (HouseBrew brew = new HouseBrew(context.after().bar().database())) {
            isBest("plain-ring", brew, context, """
                    The only donut that was tried with it has no flavours; a join has to keep such a one too.""");
        }
    }

    @Test
    @Order(4)
    @HoldsUntil(8)
    void noticesWhatTastersAdd_andWhatBakersChange(StepContext context) throws SQLException {
        try (HouseBrew brew = new HouseBrew(context.after().bar().database())) {
            context.after().get(PAIR + brew.name());

            brew.tryAnother();

            isBest("smoked-ring", brew, context, """
                    A taster has just added it, after somebody had asked for the same beer: was that answer kept?""");

            brew.spoilTheOther();

            isBest("plain-ring", brew, context, """
                    The better one, smoked-ring, has just got another recipe: was the donut kept?""");
        }
    }

    private static void isBest(String donut, HouseBrew brew, StepContext context, String reason) {
        JsonNode match = context.after().get(PAIR + brew.name()).json();
        assertThat(match.path("donut").asText())
                .withFailMessage(
                        () -> "For a beer that is new in the database '%s' was expected, but GET %s%s says:%n  %s%n%s"
                                .formatted(donut, PAIR, brew.name(), match, reason.strip()))
                .isEqualTo(donut);
    }

    @Test
    @Order(5)
    @HoldsUntil(8)
    void takesAtMostAQuarterOfTheTime(StepContext context) {
        if (context.after().code().traced()) {
            context.after().trace(PAIR + "saison").drawing().ifPresent(context::show);
        }

        context.prove(Claim.atMost(0.25), PAIR + "saison", SampleSize.SLOW);
    }
}
