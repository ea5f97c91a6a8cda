package traces.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import traces.model.DurationText;
import traces.terminal.Plurals;
import traces.terminal.TerminalText;

/**
 * Describes the largest changes between two traces in sentences.
 *
 * <p>Changes are ordered by the spans' own time, so that a query comes before the span that only waited for it.
 */
final class ComparisonSummary {

    private static final int MOST = 3;
    private static final int LONGEST_NAME = 60;

    private static final Comparator<WorkTotal> BY_OWN_TIME_THEN_BY_CALLS = Comparator.comparingLong(
                    (WorkTotal total) -> -Math.abs(total.ownLonger()))
            .thenComparingInt(total -> -Math.abs(total.moreCalls()));

    private final TraceComparison comparison;
    private final ComparedTrace a;
    private final ComparedTrace b;

    private ComparisonSummary(TraceComparison comparison) {
        this.comparison = comparison;
        this.a = comparison.sideA();
        this.b = comparison.sideB();
    }

    static String of(TraceComparison comparison) {
        return new ComparisonSummary(comparison).text();
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        if (comparison.isOfOneTrace()) {
            sentences.add("A and B are the same trace.");
        }
        List<String> changes = new ArrayList<>(services());
        changes.addAll(errors());
        List<String> calls = calls();
        changes.addAll(calls);
        if (!changes.isEmpty()) {
            sentences.add(String.join("; ", changes) + ".");
        }
        sentences.add(calls.isEmpty() ? sameCalls() : inAll());
        unfinished().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private List<String> services() {
        List<String> changes = new ArrayList<>();
        b.summary().services().stream()
                .filter(service -> !a.summary().services().contains(service))
                .forEach(service -> changes.add(printable(service) + " is new in B"));
        a.summary().services().stream()
                .filter(service -> !b.summary().services().contains(service))
                .forEach(service -> changes.add(printable(service) + " is gone in B"));
        return changes.size() <= MOST ? changes : List.of(changes.size() + " services are in one of them only");
    }

    private List<String> errors() {
        List<WorkTotal> changed = comparison.totals().stream()
                .filter(total -> total.a().errors() != total.b().errors())
                .toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        String where = changed.stream()
                        .limit(MOST)
                        .map(total -> printable(total.kind()))
                        .collect(Collectors.joining(", "))
                + (changed.size() > MOST ? " and elsewhere" : "");
        String errors = Plurals.count(a.summary().errors(), "error");
        if (a.summary().errors() == b.summary().errors()) {
            return List.of(errors + " in each, but not the same: " + where);
        }
        if (a.summary().errors() == 0) {
            return List.of(Plurals.count(b.summary().errors(), "error") + " appeared: " + where);
        }
        return List.of(errors + " became " + b.summary().errors() + ": " + where);
    }

    private List<String> calls() {
        List<WorkTotal> changed = comparison.totals().stream()
                .filter(WorkTotal::isChanged)
                .sorted(BY_OWN_TIME_THEN_BY_CALLS)
                .toList();
        List<String> changes = new ArrayList<>(
                changed.stream().limit(MOST).map(ComparisonSummary::change).toList());
        int others = changed.size() - MOST;
        if (others > 0) {
            changes.add("and " + Plurals.count(others, "other kind") + " of call changed");
        }
        return changes;
    }

    // 162 SELECT became 2, −391 ms
    private static String change(WorkTotal total) {
        String kind = printable(total.kind());
        String longer = ", " + DurationText.difference(total.longer());
        int before = total.a().count();
        if (before == 0) {
            return total.b().count() + " " + kind + " appeared" + longer;
        }
        if (total.moreCalls() != 0) {
            return before + " " + kind + " became " + total.b().count() + longer;
        }
        String others = total.exchanged() == 1 ? "is another one in B" : "are other ones in B";
        return total.exchanged() + " of " + before + " " + kind + " " + others + longer;
    }

    private String inAll() {
        if (a.duration() == b.duration()) {
            return "In all, both took " + DurationText.text(a.duration()) + ".";
        }
        return "In all, " + DurationText.text(a.duration()) + " became " + DurationText.text(b.duration()) + ", "
                + DurationText.difference(b.duration() - a.duration()) + ".";
    }

    private String sameCalls() {
        ComparisonRow root = comparison.rows().get(0);
        boolean rootsDiffer = root.place() == RowPlace.BOTH && !root.isSameOperation();
        boolean moved = comparison.rows().stream().anyMatch(row -> row.place().isElsewhere());
        String same = (rootsDiffer ? "Beneath different roots, both" : "Both") + " make the same calls, each as often"
                + (moved ? ", but not all at the same place." : ".");
        return same + " " + time() + " One run of each is no measurement"
                + comparison.measure().map(command -> "; this is: " + command).orElse(".");
    }

    private String time() {
        long longer = b.duration() - a.duration();
        if (longer == 0) {
            return "Both took " + DurationText.text(a.duration()) + ".";
        }
        WorkTotal most =
                comparison.totals().stream().min(BY_OWN_TIME_THEN_BY_CALLS).orElseThrow();
        String where = most.ownLonger() == 0
                ? ""
                : "; the greatest difference lies in " + printable(most.kind()) + " itself, "
                        + DurationText.difference(most.ownLonger());
        return "B took %s %s, %s instead of %s%s."
                .formatted(
                        DurationText.text(Math.abs(longer)),
                        longer > 0 ? "longer" : "less",
                        DurationText.text(b.duration()),
                        DurationText.text(a.duration()),
                        where);
    }

    private Optional<String> unfinished() {
        if (a.summary().whole() && b.summary().whole()) {
            return Optional.empty();
        }
        String which = a.summary().whole() ? "B is" : b.summary().whole() ? "A is" : "A and B are";
        return Optional.of(which + " not whole: spans are missing. If they are still to come, compare again.");
    }

    private static String printable(String name) {
        return TerminalText.clipped(TerminalText.safe(name), LONGEST_NAME);
    }
}
