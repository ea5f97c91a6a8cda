package accesslog.report;

/** Writes the first lines of a report: what was read, and how busy the server was. */
record SummaryText(Statistics statistics, InputSummary input) {

    private static final int SECOND = 1_000_000_000;

    void addTo(Report report) {
        report.summary.add("Read " + Units.plural(input.files(), "file", "files") + ", " + Units.bytes(input.bytes())
                + ", "
                + Units.plural(input.records(), "record", "records") + " in " + Units.time(input.seconds() * SECOND)
                + (input.stopped() ? "; stopped before the end" : ""));
        if (!input.selection().isEmpty()) {
            report.summary.add("Only operations with " + SafeText.of(input.selection()));
        }
        if (input.records() == 0 && input.bytes() > 0) {
            report.summary.add("This is not the access log of a 389 Directory Server: not one line of it is a record.");
            return;
        }
        if (statistics.operations == 0) {
            report.summary.add("No operations" + (input.selection().isEmpty() ? "." : " that were asked for."));
            return;
        }
        long seconds = Math.max(1, (statistics.last - statistics.first) / SECOND);
        String runs =
                input.runs() > 1 ? ", over " + (input.runs() - 1) + " restart" + (input.runs() > 2 ? "s" : "") : "";
        report.summary.add(Units.moment(Math.floorDiv(statistics.first, SECOND)) + " to "
                + Units.moment(Math.floorDiv(statistics.last, SECOND)) + " UTC, "
                + Units.time((double) seconds * SECOND) + runs);
        report.summary.add(Units.plural(statistics.operations, "operation", "operations") + " on "
                + Units.plural(statistics.connections, "connection", "connections") + ", "
                + Units.rate((double) statistics.operations / seconds) + " a second; "
                + Units.rate((double) statistics.work / seconds / SECOND) + " in progress on average");
        report.summary.add(Units.plural(statistics.failed, "error", "errors") + ", "
                + Units.count(statistics.withoutResult) + " without a result, "
                + Units.share(statistics.encrypted, statistics.connections) + " of connections encrypted");
        if (statistics.internal > 0) {
            report.summary.add(
                    "Besides " + Units.plural(statistics.internal, "internal operation", "internal operations")
                            + " of the server, " + Units.time(statistics.internalWork) + "; the tables leave them out");
        }
    }
}
