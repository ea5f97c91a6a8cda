package beerdonut.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the menu from the CSV files that come with the app; a list inside a cell is written {@code citrus|pine}. */
final class MenuFile {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private MenuFile() {}

    /** Who has tried which donut with which beer; both are named, not numbered. */
    record Tried(int id, String beer, String donut, String taster) {}

    static List<Beer> beers() {
        return rows(
                "beers.csv",
                row -> new Beer(
                        number(row, "id"),
                        row.get("name"),
                        row.get("title"),
                        row.get("style"),
                        Double.parseDouble(row.get("abv")),
                        number(row, "ibu"),
                        words(row, "aromas")));
    }

    static List<Donut> donuts() {
        Map<String, String> recipes = rows("recipes.csv", row -> row).stream()
                .collect(Collectors.toMap(row -> row.get("donut"), row -> row.get("recipe")));
        return rows(
                "donuts.csv",
                row -> new Donut(
                        number(row, "id"),
                        row.get("name"),
                        row.get("title"),
                        row.get("dough"),
                        number(row, "sweetness"),
                        number(row, "richness"),
                        words(row, "flavours"),
                        recipes.get(row.get("name"))));
    }

    static List<Tried> tastings() {
        return rows(
                "tastings.csv",
                row -> new Tried(number(row, "id"), row.get("beer"), row.get("donut"), row.get("taster")));
    }

    private static <T> List<T> rows(String file, Function<CSVRecord, T> reading) {
        try (Reader text = new InputStreamReader(MenuFile.class.getResourceAsStream("/menu/" + file), UTF_8)) {
            return WITH_HEADER.parse(text).stream().map(reading).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the menu file " + file, e);
        }
    }

    private static int number(CSVRecord row, String column) {
        return Integer.parseInt(row.get(column));
    }

    private static Set<String> words(CSVRecord row, String column) {
        return Set.of(row.get(column).split("\\|"));
    }
}
