package steps;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of the steps in steps/README.md: the one place that says how many steps there are and how long each takes.
 */
final class StepTable {

    // "| [07 eager loading](07-eager-loading/README.md) | 15 | ● | one query instead of many | two statements |"
    private static final Pattern ROW = Pattern.compile("\\| \\[[^]]+]\\(([^/)]+)/README\\.md\\) \\| (\\d+) \\|.*");

    private StepTable() {}

    /** One row: a step's folder and its minutes. */
    record Row(String folder, int minutes) {

        int number() {
            return Integer.parseInt(folder.substring(0, 2));
        }
    }

    static List<Row> rows(Path repository) {
        return Text.of(repository.resolve("steps/README.md")).lines().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(row.group(1), Integer.parseInt(row.group(2))))
                .toList();
    }
}
