package accesslog.report;

import accesslog.input.Faults;
import accesslog.join.Operation;
import accesslog.output.Pseudonyms;
import accesslog.record.ResultCode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Makes a report of what was added up. */
public final class ReportBuilder {

    private static final Comparator<Row> BY_WORK = Comparator.comparingLong((Row row) -> row.work)
            .thenComparingLong(row -> row.count)
            .reversed();
    private static final Comparator<Row> BY_COUNT = Comparator.comparingLong((Row row) -> row.count)
            .thenComparingLong(row -> row.work)
            .reversed();
    private static final Comparator<Row> BY_P95 = Comparator.comparingLong(Row::p95)
            .thenComparingLong(row -> row.work)
            .reversed();

    /** One slow operation is bad luck; from so many on a p95 says something. */
    private static final int ENOUGH_FOR_P95 = 5;

    private final Statistics statistics;
    private final Labels labels;
    private final int top;
    private final Report report = new Report();

    public ReportBuilder(Statistics statistics, Pseudonyms pseudonyms, int top) {
        this.statistics = statistics;
        labels = new Labels(pseudonyms);
        this.top = top;
    }

    /** Builds all of it; the group is what was asked to group by, or null. */
    public Report build(InputSummary input, Faults faults, String group) {
        new SummaryText(statistics, input).addTo(report);
        report.timeline = statistics.timeline;
        new Findings(statistics, labels).addTo(report);
        if (group != null) {
            work("By " + group, statistics.groups, labels::text, BY_WORK);
        }
        work("Slowest shapes by total time", statistics.shapes, labels::text, BY_WORK)
                .note("Times are the server's own work (optime; etime in logs without it).");
        slowestByP95();
        unindexed();
        work("By Bind DN", statistics.bindDns, labels::dn, BY_WORK);
        work("By client", statistics.clients, labels::client, BY_WORK);
        errors();
        abandoned();
        work("Top bases", statistics.bases, labels::dn, BY_COUNT);
        connections();
        new InputRemarks(faults, statistics, labels).addTo(report);
        return report;
    }

    private Section work(String title, Table table, Function<Row, String> label, Comparator<Row> order) {
        Section section = new Section(title, "total", "share", "count", "mean", "p95", "max", "errors", "");
        fill(
                section,
                table,
                order,
                row -> true,
                row -> section.row(
                        Units.time(row.work),
                        Units.share(row.work, statistics.work),
                        Units.count(row.count),
                        Units.time((double) row.work / row.count),
                        Units.time(row.p95()),
                        Units.time(row.worst),
                        row.failed == 0 ? "" : Units.count(row.failed),
                        label.apply(row)));
        return section;
    }

    private void slowestByP95() {
        Section section = new Section("Slowest shapes by p95", "p95", "max", "count", "total", "entries", "");
        section.note("Of shapes that came at least " + ENOUGH_FOR_P95 + " times.");
        fill(
                section,
                statistics.shapes,
                BY_P95,
                row -> row.count >= ENOUGH_FOR_P95,
                row -> section.row(
                        Units.time(row.p95()),
                        Units.time(row.worst),
                        Units.count(row.count),
                        Units.time(row.work),
                        Units.count(row.entries / row.count),
                        labels.text(row)));
    }

    private void unindexed() {
        Section section = new Section("Unindexed searches", "total", "count", "p95", "notes", "");
        section.note(
                "Notes are the slowest one's: A fully, U partly unindexed. Both are slow; U only says that the base was narrower.");
        fill(section, statistics.unindexed, BY_WORK, row -> true, row -> {
            section.row(
                    Units.time(row.work),
                    Units.count(row.count),
                    Units.time(row.p95()),
                    labels.utf8(row.slowest.notes),
                    labels.text(row));
            section.detail("slowest: " + labels.bindDn(row.slowest) + " below " + labels.target(row.slowest) + ", "
                    + place(row.slowest));
        });
    }

    private void errors() {
        Section section = new Section("Errors", "count", "err", "");
        fill(section, statistics.errors, BY_COUNT, row -> true, row -> {
            section.row(
                    Units.count(row.count),
                    Long.toString(row.slowest.err),
                    row.slowest.type + ": " + ResultCode.name(row.slowest.err));
            section.detail("for example: " + labels.bindDn(row.slowest) + " on " + labels.target(row.slowest) + ", "
                    + place(row.slowest));
        });
    }

    private String place(Operation operation) {
        String run = statistics.runs() > 1 ? "run " + operation.connection.run + " " : "";
        return run + "conn=" + operation.connection.number + " op=" + operation.number;
    }

    private void abandoned() {
        Section section = new Section("Abandoned operations by Bind DN", "count", "longest", "");
        fill(
                section,
                statistics.abandoned,
                BY_COUNT,
                row -> true,
                row -> section.row(Units.count(row.count), Units.time(row.worst), labels.dn(row)));
    }

    private void connections() {
        Section section = new Section("Ends of connections", "count", "code", "");
        statistics.closes.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue()))
                .forEach(entry ->
                        section.row(Units.count(entry.getValue()), entry.getKey(), CloseCode.words(entry.getKey())));
        add(section);
    }

    /** Adds the top rows, and a sentence on what has been left out. */
    private void fill(
            Section section,
            Table table,
            Comparator<Row> order,
            java.util.function.Predicate<Row> wanted,
            java.util.function.Consumer<Row> add) {
        List<Row> rows = table.rows().stream().filter(wanted).sorted(order).toList();
        rows.stream().limit(top).forEach(add);
        if (rows.size() > top) {
            section.note("And " + Units.count(rows.size() - top) + " more; --top shows more of them.");
        }
        if (table.evicted() > 0) {
            section.note("«Others»: " + Units.plural(table.evicted(), "rare key", "rare keys") + " with "
                    + Units.plural(table.others().count, "operation", "operations") + " and "
                    + Units.time(table.others().work) + " of work had no room of their own; --keys makes more.");
        }
        add(section);
    }

    private void add(Section section) {
        if (!section.rows.isEmpty()) {
            report.sections.add(section);
        }
    }
}
