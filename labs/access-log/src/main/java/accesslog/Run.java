package accesslog;

import accesslog.input.LogFile;
import accesslog.input.LogReader;
import accesslog.input.WorkerOutput;
import accesslog.join.Connection;
import accesslog.join.Operation;
import accesslog.otlp.TraceExport;
import accesslog.output.JsonLinesWriter;
import accesslog.output.LineOutput;
import accesslog.output.Pseudonyms;
import accesslog.query.Expression;
import accesslog.query.Selection;
import accesslog.report.HtmlReport;
import accesslog.report.InputSummary;
import accesslog.report.Report;
import accesslog.report.ReportBuilder;
import accesslog.report.Statistics;
import accesslog.report.TextReport;
import dev.cel.common.types.SimpleType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads a log once, for all that the options ask for. */
final class Run implements AutoCloseable {

    private final AccessLogCommand options;
    private final LogReader reader;
    private final Pseudonyms pseudonyms;
    private final Expression where;
    private final Expression groupBy;
    private final Selection selection;
    private final LineOutput lines;
    private final TraceExport traces;
    private final List<Statistics> statistics = new ArrayList<>();
    private final long began = System.nanoTime();
    private int files;

    Run(AccessLogCommand options, LogReader reader) throws IOException {
        this.options = options;
        this.reader = reader;
        pseudonyms = options.pseudonyms ? Pseudonyms.random() : Pseudonyms.NONE;
        where = options.where == null
                ? null
                : Expression.compile("--where", options.where, SimpleType.BOOL, Pseudonyms.NONE);
        groupBy = options.groupBy == null
                ? null
                : Expression.compile("--group-by", options.groupBy, SimpleType.DYN, pseudonyms);
        selection = new Selection(where, options.where, options.from, options.to);
        lines = options.json == null ? null : new LineOutput(open(options.json), options.follow || isLive());
        traces = options.otlp == null
                ? null
                : new TraceExport(
                        options.otlp,
                        options.service,
                        pseudonyms,
                        options.top == null ? 0 : options.top,
                        options.follow,
                        selection.words());
    }

    private boolean isLive() {
        return options.files.equals(List.of("-"));
    }

    private OutputStream open(String file) throws IOException {
        return file.equals("-") ? options.out : Files.newOutputStream(Path.of(file));
    }

    private boolean hasReport() {
        return !"-".equals(options.json) || options.html != null;
    }

    void read(List<LogFile> found) {
        files = found.size();
        List<WorkerOutput> outputs = new ArrayList<>();
        for (int i = 0; i < options.threads(); i++) {
            outputs.add(output());
        }
        reader.read(outputs, options.follow);
        reader.progress().end();
    }

    private WorkerOutput output() {
        List<WorkerOutput> parts = new ArrayList<>();
        if (hasReport()) {
            Statistics own = new Statistics(options.keys, selection.filter(), group());
            statistics.add(own);
            parts.add(own);
        }
        if (lines != null) {
            parts.add(new JsonLinesWriter(lines, selection.filter(), pseudonyms));
        }
        if (traces != null) {
            parts.add(traces.worker(selection.filter()));
        }
        return parts.size() == 1 ? parts.get(0) : new Outputs(parts);
    }

    private Function<Operation, byte[]> group() {
        if (groupBy == null) {
            return null;
        }
        Expression.Evaluator evaluator = groupBy.evaluator();
        return operation -> String.valueOf(evaluator.of(operation)).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes what was asked for, and gives the exit code. */
    int report() throws IOException {
        if (hasReport()) {
            Report report = built();
            if (options.html != null) {
                Files.writeString(options.html, new HtmlReport().of(report));
            }
            if (!"-".equals(options.json)) {
                new TextReport(options.out, options.columns()).print(report);
            }
        }
        complain(where, "--where");
        complain(groupBy, "--group-by");
        boolean sent = traces == null || traces.send(options.err);
        long notUnderstood = reader.faults().notUnderstood();
        if (notUnderstood > 0) {
            options.err.printf(
                    Locale.ROOT,
                    "%,d of %,d records and lines were not understood%n",
                    notUnderstood,
                    reader.records() + notUnderstood);
        }
        return !sent
                ? AccessLogCommand.COULD_NOT_RUN
                : notUnderstood > 0 ? AccessLogCommand.NOT_ALL_UNDERSTOOD : AccessLogCommand.READ;
    }

    private Report built() {
        Statistics all = statistics.get(0);
        statistics.subList(1, statistics.size()).forEach(all::addAll);
        InputSummary input = new InputSummary(
                files,
                reader.progress().bytes(),
                reader.records(),
                reader.runs(),
                (System.nanoTime() - began) / 1e9,
                reader.wasStopped() && !options.follow,
                options.pseudonyms && !selection.words().isEmpty() ? "a selection" : selection.words());
        return new ReportBuilder(all, pseudonyms, options.rows()).build(input, reader.faults(), options.groupBy);
    }

    private void complain(Expression expression, String option) {
        if (expression != null && expression.failures() > 0) {
            options.err.printf(
                    Locale.ROOT,
                    "%s failed for %,d operations, first: %s%n",
                    option,
                    expression.failures(),
                    expression.firstFailure());
        }
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
        if (traces != null) {
            traces.close();
        }
    }

    /** Passes each operation on to several outputs. */
    private record Outputs(List<WorkerOutput> parts) implements WorkerOutput {

        @Override
        public void operation(Operation operation) {
            parts.forEach(part -> part.operation(operation));
        }

        @Override
        public void closed(Connection connection) {
            parts.forEach(part -> part.closed(connection));
        }

        @Override
        public void blockRead() {
            parts.forEach(WorkerOutput::blockRead);
        }

        @Override
        public void flush() {
            parts.forEach(WorkerOutput::flush);
        }
    }
}
