package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped app is slow for honest reasons, and just as slow as the course says. */
class SlownessIT {

    private static final int ROUNDS = 25;
    private static final int WARM_UP = 5;

    @RegisterExtension
    static final OpenBar bar = OpenBar.shared();

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
    void takesAtLeastTwentyTimesAsLongForAPairAsForABeer() {
        List<Double> ratios = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double ratio = nanos("/pair/beer?name=ipa") / nanos("/beer/ipa");
            if (round >= 0) {
                ratios.add(ratio);
            }
        }

        assertThat(lowerBoundOfTheMedian(ratios)).isGreaterThan(20);
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

    private static double nanos(String path) {
        long start = System.nanoTime();
        int status = bar.app().get(path).status();
        long took = System.nanoTime() - start;
        assertThat(status).isEqualTo(200);
        return took;
    }

    /** Of 1000 medians, each of a sample drawn anew from the ratios, all but the lowest five lie above it. */
    private static double lowerBoundOfTheMedian(List<Double> ratios) {
        Random random = new Random(1);
        return IntStream.range(0, 1000)
                .mapToDouble(draw -> median(IntStream.range(0, ratios.size())
                        .mapToObj(i -> ratios.get(random.nextInt(ratios.size())))
                        .toList()))
                .sorted()
                .skip(5)
                .findFirst()
                .orElseThrow();
    }

    private static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
