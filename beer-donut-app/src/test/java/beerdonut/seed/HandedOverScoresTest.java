package beerdonut.seed;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.pairing.Score;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;

/** The score service got its scores as a file. They are the app's own: else the two would give different answers. */
class HandedOverScoresTest {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("beer", "donut", "percent", "balance", "weight", "flavour")
            .setRecordSeparator("\n")
            .get();

    @Test
    void areThoseThatTheAppWorksOut() throws IOException {
        Path handedOver = Path.of("../score-service/src/main/resources/scores.csv");

        String workedOut = scores();

        Path fresh = Files.writeString(Path.of("target/scores.csv"), workedOut);
        assertThat(Files.readString(handedOver))
                .withFailMessage("%s is stale; copy %s over it".formatted(handedOver, fresh.toAbsolutePath()))
                .isEqualTo(workedOut);
    }

    private static String scores() throws IOException {
        Map<String, Beer> beers = MenuFile.beers().stream().collect(toMap(Beer::getName, identity()));
        Map<String, Donut> donuts = MenuFile.donuts().stream().collect(toMap(Donut::getName, identity()));
        StringWriter text = new StringWriter();
        try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
            for (MenuFile.Tried tried : MenuFile.tastings()) {
                Score score = Score.of(beers.get(tried.beer()), donuts.get(tried.donut()));
                csv.print(tried.beer());
                csv.print(score.donut());
                csv.print(score.percent());
                csv.printRecord(score.reasons());
            }
        }
        return text.toString();
    }
}
