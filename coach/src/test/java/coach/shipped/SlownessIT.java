package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Database;
import coach.course.check.RepeatedRequest;
import coach.course.latency.Claim;
import coach.course.latency.MeasuredSide;
import coach.course.latency.MeasurementOutcome;
import coach.course.latency.PairedMeasurement;
import coach.course.latency.SamplingPlan;
import coach.course.latency.Verdict;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped app is slow for honest reasons, and just as slow as the course says. */
@Isolated("It measures, and counts the statements of a bar that others ask too.")
class SlownessIT {

    private static final SamplingPlan PLAN = new SamplingPlan(5, 10, 20, 1);

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @ParameterizedTest(name = "{0}: two statements, and two for each of its {1} donuts")
    @CsvSource({"ipa, 80", "stout, 76", "kölsch, 84"})
    void loadsEveryDonutAndItsFlavoursOneByOne(String beer, int donuts) throws SQLException {
        Map<String, Integer> statements = statementsOf("/pair/beer?name=" + beer);

        assertThat(statements).hasSize(4);
        assertThat(count(statements, "from Beer ")).isEqualTo(1);
        assertThat(count(statements, "from Tasting ")).isEqualTo(1);
        assertThat(count(statements, "from Donut ")).isEqualTo(donuts);
        assertThat(count(statements, "from donut_flavour ")).isEqualTo(donuts);
    }

    @ParameterizedTest
    @CsvSource({"/beers, 1", "/donuts, 1", "/beer/ipa, 1", "/donut/maple-bacon, 2"})
    void doesLittleElsewhere(String path, int statements) throws SQLException {
        assertThat(statementsOf(path).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(statements);
    }

    @Test
    void worksEverythingOutAgain_whenTheSameBeerIsAskedForAgain() throws SQLException {
        bar.app().get("/pair/beer?name=ipa");

        assertThat(count(statementsOf("/pair/beer?name=ipa"), "")).isEqualTo(162);
    }

    @Test
    void takesAtLeastTwentyTimesAsLongForAPairAsForABeer() throws Exception {
        MeasuredSide beer = new RepeatedRequest("beer", bar.app(), "/beer/ipa");
        MeasuredSide pair = new RepeatedRequest("pair", bar.app(), "/pair/beer?name=ipa");

        MeasurementOutcome outcome =
                new PairedMeasurement(beer, pair, () -> {}, PLAN, System::nanoTime).measure(Claim.atLeast(20));

        assertThat(outcome.verdict()).as(outcome.sentence()).isEqualTo(Verdict.PROVEN);
    }

    private static Map<String, Integer> statementsOf(String path) throws SQLException {
        Database database = bar.bar().database();
        database.countFromZero();
        assertThat(bar.app().get(path).status()).isEqualTo(200);
        return database.statements();
    }

    private static int count(Map<String, Integer> statements, String part) {
        return statements.entrySet().stream()
                .filter(statement -> statement.getKey().contains(part))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
