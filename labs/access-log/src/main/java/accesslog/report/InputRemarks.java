package accesslog.report;

import accesslog.input.Faults;
import accesslog.record.FaultKind;

/** Says what was wrong with the input, with the first line of each kind. */
record InputRemarks(Faults faults, Statistics statistics, Labels labels) {

    private static final int EXCERPT = 100;

    void addTo(Report report) {
        for (FaultKind kind : FaultKind.values()) {
            if (faults.count(kind) > 0) {
                report.remarks.add(remark(kind));
            }
        }
        if (faults.count(FaultKind.DOUBTFUL) + faults.count(FaultKind.DOES_NOT_FIT) > 0) {
            report.remarks.add(
                    "The text log writes newlines in names as they are, so a client can write lines that look like records."
                            + " Doubtful ones were joined only where they fit. The JSON log cannot be forged in this way.");
        }
        if (statistics.cutFilters > 0) {
            report.remarks.add(Units.plural(statistics.cutFilters, "filter was", "filters were")
                    + " cut by the server after 512 bytes; shapes were closed where they end.");
        }
        if (statistics.begunBefore > 0) {
            report.remarks.add(Units.plural(statistics.begunBefore, "connection was", "connections were")
                    + " open before the log begins; who was bound there is not known until the next BIND.");
        }
    }

    private String remark(FaultKind kind) {
        Faults.Example example = faults.example(kind);
        String remark = Units.plural(faults.count(kind), "line ", "lines: each ") + kind.sentence() + "; first in "
                + (labels.arePseudonyms()
                        ? "file " + (example.file().index() + 1)
                        : SafeText.of(example.file().toString()))
                + " line " + Units.count(example.line());
        return labels.arePseudonyms() ? remark : remark + ": " + SafeText.clipped(SafeText.of(example.text()), EXCERPT);
    }
}
