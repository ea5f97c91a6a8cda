package scores;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The scores as the tasting lab handed them over: one line for each donut that was tried with a beer. */
final class ScoresFile {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ScoresFile() {}

    static Map<String, List<Score>> byBeer() {
        try (Reader text = new InputStreamReader(ScoresFile.class.getResourceAsStream("/scores.csv"), UTF_8)) {
            return WITH_HEADER.parse(text).stream()
                    .collect(groupingBy(row -> row.get("beer"), mapping(ScoresFile::score, toList())));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read scores.csv", e);
        }
    }

    private static Score score(CSVRecord row) {
        return new Score(
                row.get("donut"),
                Integer.parseInt(row.get("percent")),
                List.of(row.get("balance"), row.get("weight"), row.get("flavour")));
    }
}
