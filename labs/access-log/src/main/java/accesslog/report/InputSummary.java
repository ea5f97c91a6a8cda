package accesslog.report;

/** Says what was read: how many files and bytes, records and lives of the server, and in what time. */
public record InputSummary(
        int files, long bytes, long records, int runs, double seconds, boolean stopped, String selection) {}
