package accesslog.report;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in sentences what an engineer would look at first. */
record Findings(Statistics statistics, Labels labels) {

    /** Less of the work than that is no reason to act. */
    private static final double MUCH = 0.1;

    private static final Pattern ATTRIBUTE = Pattern.compile("\\(([A-Za-z0-9.;-]+)(?:[~<>]?=|:)");

    void addTo(Report report) {
        unindexed(report);
        heaviestClient(report);
        failedBinds(report);
        abandoned(report);
    }

    private void unindexed(Report report) {
        List<Row> rows = statistics.unindexed.rows();
        long work = rows.stream().mapToLong(row -> row.work).sum() + statistics.unindexed.others().work;
        Row worst = rows.stream().max(Comparator.comparingLong(row -> row.work)).orElse(null);
        if (worst == null || work < MUCH * statistics.work) {
            return;
        }
        long count = rows.stream().mapToLong(row -> row.count).sum() + statistics.unindexed.others().count;
        report.findings.add("Unindexed searches take " + Units.share(work, statistics.work) + " of the work and are "
                + Units.share(count, statistics.operations) + " of the operations. The heaviest is "
                + labels.text(worst) + ": "
                + Units.time(worst.work) + " in " + Units.count(worst.count) + ", the slowest by "
                + labels.bindDn(worst.slowest)
                + ". See which of its attributes has no index: " + String.join(", ", attributes(worst)) + ".");
    }

    private Set<String> attributes(Row row) {
        Set<String> attributes = new LinkedHashSet<>();
        Matcher matcher = ATTRIBUTE.matcher(labels.text(row));
        while (matcher.find()) {
            if (!matcher.group(1).equalsIgnoreCase("objectClass")) {
                attributes.add(matcher.group(1));
            }
        }
        return attributes.isEmpty() ? Set.of("objectClass") : attributes;
    }

    private void heaviestClient(Report report) {
        Row heaviest = statistics.bindDns.rows().stream()
                .max(Comparator.comparingLong(row -> row.work))
                .orElse(null);
        if (heaviest != null && statistics.bindDns.size() > 1 && heaviest.work > statistics.work / 2) {
            report.findings.add(labels.dn(heaviest) + " causes " + Units.share(heaviest.work, statistics.work)
                    + " of the work with " + Units.share(heaviest.count, statistics.operations)
                    + " of the operations.");
        }
    }

    private void failedBinds(Report report) {
        Row binds = statistics.shapes.rows().stream()
                .filter(row -> row.text().equals("BIND"))
                .findFirst()
                .orElse(null);
        if (binds != null && binds.failed > MUCH * binds.count && binds.failed > 10) {
            report.findings.add(Units.share(binds.failed, binds.count) + " of the binds fail ("
                    + Units.count(binds.failed) + " of " + Units.count(binds.count) + ").");
        }
    }

    private void abandoned(Report report) {
        long count =
                statistics.abandoned.rows().stream().mapToLong(row -> row.count).sum();
        if (count > 10 && count > statistics.operations / 100) {
            report.findings.add(
                    "Clients gave up " + Units.plural(count, "operation", "operations") + " before the answer came.");
        }
    }
}
