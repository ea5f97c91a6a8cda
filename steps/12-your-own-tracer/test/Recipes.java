package test;

import coach.course.check.StepContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The lengths of the recipes, from the file that the app fills its database with. */
record Recipes(Map<String, Integer> lengths) {

    private static final String FILE = "beer-donut-app/src/main/resources/menu/recipes.csv";

    static Recipes of(StepContext context) {
        Path file = context.file(FILE).orElseThrow(() -> new AssertionError("There is no " + FILE + " any more."));
        try {
            // almond-cherry,"The Almond & Cherry Duet. Swap 50 g of the flour …"
            return new Recipes(Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1].length())));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** H2 sends two bytes a letter. */
    long bytes(String donut) {
        return 2L * lengths.get(donut);
    }
}
