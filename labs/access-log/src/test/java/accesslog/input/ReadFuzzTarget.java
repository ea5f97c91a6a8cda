package accesslog.input;

import accesslog.join.Connection;
import accesslog.join.Operation;
import accesslog.output.JsonLinesWriter;
import accesslog.output.LineOutput;
import accesslog.output.OperationFilter;
import accesslog.output.Pseudonyms;
import accesslog.report.InputSummary;
import accesslog.report.ReportBuilder;
import accesslog.report.Statistics;
import accesslog.report.TextReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Reads any bytes as a log, in one thread, for a fuzzer: nothing may fail, each line of JSON has to be one, and nothing may reach the terminal
 * but letters. Jazzer calls it by name, so that the build needs no Jazzer.
 */
public final class ReadFuzzTarget implements BlockQueue {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REPORTED = 8;
    private static final Deque<Block> BLOCKS = new ArrayDeque<>();

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Statistics statistics = new Statistics(4, OperationFilter.ALL, null);
    private final Worker worker;

    private ReadFuzzTarget() {
        JsonLinesWriter json = new JsonLinesWriter(new LineOutput(lines, false), OperationFilter.ALL, Pseudonyms.NONE);
        worker = new Worker(
                0,
                new WorkerOutput() {
                    @Override
                    public void operation(Operation operation) {
                        if (operation.ended == null || operation.end < operation.start) {
                            throw new AssertionError("ended " + operation.ended);
                        }
                        json.operation(operation);
                        statistics.operation(operation);
                    }

                    @Override
                    public void closed(Connection connection) {
                        statistics.closed(connection);
                    }

                    @Override
                    public void flush() {
                        json.flush();
                    }
                },
                new ArrayBlockingQueue<>(1));
    }

    @Override
    public Block empty() {
        Block block = BLOCKS.isEmpty() ? new Block(1) : BLOCKS.remove();
        block.clear();
        return block;
    }

    @Override
    public void put(Block block) {
        worker.read(block);
        BLOCKS.add(block);
    }

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        new ReadFuzzTarget().run(data);
    }

    private void run(byte[] data) throws IOException {
        RecordSplitter splitter = new RecordSplitter(this);
        // The second file begins wherever the first was cut.
        int cut = data.length == 0 ? 0 : (data[0] & 0xFF) * data.length / 256;
        read(splitter, new LogFile(0, Path.of("access.1")), data, 0, cut);
        read(splitter, new LogFile(1, Path.of("access")), data, cut, data.length);
        worker.end();
        lines.toString(StandardCharsets.UTF_8).lines().forEach(ReadFuzzTarget::parse);
        // A report takes most of the time, and is much the same.
        if (data.length % REPORTED == 0) {
            report();
        }
    }

    private static void read(RecordSplitter splitter, LogFile file, byte[] data, int from, int to) throws IOException {
        splitter.begin(file);
        ByteArrayInputStream in = new ByteArrayInputStream(data, from, to - from);
        while (splitter.read(in) >= 0) {
            splitter.idle();
        }
        splitter.endOfFile();
    }

    private static void parse(String line) {
        try {
            JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private void report() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TextReport(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80)
                .print(new ReportBuilder(statistics, Pseudonyms.NONE, 3)
                        .build(new InputSummary(2, 1, worker.records(), 1, 1, false, ""), worker.faults(), null));
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (text.chars().anyMatch(letter -> letter < ' ' && letter != '\n' || letter >= 0x7f && letter < 0xa0)) {
            throw new AssertionError("a control character: " + text);
        }
    }
}
