package accesslog;

import accesslog.input.LogFile;
import accesslog.input.LogFiles;
import accesslog.input.LogReader;
import accesslog.input.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the options of the command line, and runs what they ask for. */
@Command(
        name = "access-log",
        mixinStandardHelpOptions = true,
        version = "access-log 1",
        sortOptions = false,
        header = "Reads access logs of a 389 Directory Server, and says what made it slow.",
        footer = {
            "",
            "Exit codes: 0 read, 1 read with lines that were not understood, 2 could not run, 130 after Ctrl-C (with the report of what was read).",
            "",
            "  access-log /var/log/dirsrv/slapd-lab/",
            "  access-log access --where 'bind_dn.startsWith(\"uid=svc-hr\") && \"U\" in notes'",
            "  access-log access --group-by 'client + \" \" + type' --top 20",
            "  access-log access --otlp http://localhost:4318 --top 1000",
        })
final class AccessLogCommand implements Callable<Integer> {

    static final int READ = 0;
    static final int NOT_ALL_UNDERSTOOD = 1;
    static final int COULD_NOT_RUN = 2;

    final PrintStream out;
    final PrintStream err;

    AccessLogCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Log files, .gz too, in any order; folders with rotated ones; or - for the standard input.")
    List<String> files;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write one line of JSON an operation, - to the standard output (then without a report).")
    String json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as one page, too.")
    Path html;

    @Option(
            names = "--otlp",
            paramLabel = "URL",
            description = "Send operations as traces, one a connection, to an OTLP receiver (HTTP).")
    URI otlp;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            defaultValue = "ldap",
            description = "The service.name of those traces (${DEFAULT-VALUE}).")
    String service;

    @Option(names = "--where", paramLabel = "CEL", description = "Only operations for which the expression is true.")
    String where;

    @Option(names = "--group-by", paramLabel = "CEL", description = "One more table, by the value of the expression.")
    String groupBy;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only operations that started then or later, as 2026-11-21T07:16:24Z.")
    String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only operations that started before.")
    String to;

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Rows of each table (10); with --otlp also: only the slowest N.")
    Integer top;

    @Option(
            names = "--follow",
            description = "Go on reading as the last file grows, also over its rotation, until Ctrl-C.")
    boolean follow;

    @Option(names = "--pseudonyms", description = "Replace names and addresses, so that the output can be passed on.")
    boolean pseudonyms;

    @Option(
            names = "--keys",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Keys a table keeps; rarer ones become «others» (${DEFAULT-VALUE}).")
    int keys;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that parse (one a processor).")
    Integer workers;

    @Option(names = "--width", paramLabel = "N", description = "Columns of the report (those of the terminal, or 100).")
    Integer width;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show how far reading is (where there is a terminal).")
    Boolean progress;

    @Override
    public Integer call() throws Exception {
        check();
        List<LogFile> found = LogFiles.of(files);
        boolean shown = progress != null ? progress : Terminal.isInteractive() && !follow;
        LogReader reader = new LogReader(found, new Progress(shown ? err : null, size(found)));
        try (Interrupt interrupt = new Interrupt(reader);
                Run run = new Run(this, reader)) {
            run.read(found);
            return run.report();
        }
    }

    private void check() {
        require(keys >= 2, "--keys has to be 2 or more, was " + keys);
        require(top == null || top >= 1, "--top has to be 1 or more, was " + top);
        require(workers == null || workers >= 1 && workers <= 64, "--workers has to be 1 to 64, was " + workers);
        require(
                !follow || !files.get(files.size() - 1).equals("-"),
                "--follow needs a file; the standard input is followed anyway");
        require(
                otlp == null || "http".equals(otlp.getScheme()) || "https".equals(otlp.getScheme()),
                "--otlp needs a URL as http://localhost:4318, was " + otlp);
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static long size(List<LogFile> files) throws IOException {
        long size = 0;
        for (LogFile file : files) {
            size += file.path() == null ? 0 : Files.size(file.path());
        }
        return size;
    }

    int rows() {
        return top == null ? 10 : top;
    }

    int threads() {
        return workers == null ? Math.max(1, Runtime.getRuntime().availableProcessors()) : workers;
    }

    int columns() {
        return width == null ? Terminal.width() : width;
    }
}
