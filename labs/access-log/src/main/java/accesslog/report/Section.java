package accesslog.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A table of the report: numbers on the right of their columns, and one text, the last, that takes what room there is. */
final class Section {

    final String title;
    /** What the numbers mean, and what is missing; each a sentence. */
    final List<String> notes = new ArrayList<>();

    final List<String> columns;
    final List<List<String>> rows = new ArrayList<>();
    /** What stands below a row; empty where nothing does. */
    final List<String> details = new ArrayList<>();

    Section(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    void row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns: " + title);
        }
        List<String> safe = new ArrayList<>();
        for (String cell : cells) {
            safe.add(SafeText.of(cell));
        }
        rows.add(safe);
        details.add("");
    }

    /** Says more of the last row. */
    void detail(String text) {
        details.set(details.size() - 1, SafeText.of(text));
    }

    Section note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** The same without some of its columns. */
    Section without(IntPredicate leftOut) {
        Section narrower = new Section(title, kept(columns, leftOut).toArray(String[]::new));
        rows.forEach(row -> narrower.rows.add(kept(row, leftOut)));
        narrower.details.addAll(details);
        narrower.notes.addAll(notes);
        return narrower;
    }

    private static List<String> kept(List<String> cells, IntPredicate leftOut) {
        return IntStream.range(0, cells.size())
                .filter(leftOut.negate())
                .mapToObj(cells::get)
                .toList();
    }
}
