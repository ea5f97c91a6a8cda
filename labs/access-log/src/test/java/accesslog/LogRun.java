package accesslog;

import accesslog.input.LogFile;
import accesslog.input.LogFiles;
import accesslog.input.LogReader;
import accesslog.input.Progress;
import accesslog.output.JsonLinesWriter;
import accesslog.output.LineOutput;
import accesslog.output.OperationFilter;
import accesslog.output.Pseudonyms;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a log in a test, and gives its operations as the tool writes them, parsed again by a library. */
public final class LogRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final LogReader reader;
    public final List<JsonNode> operations = new ArrayList<>();

    private LogRun(List<LogFile> files, int workers) {
        reader = new LogReader(files, new Progress(null, 0));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LineOutput out = new LineOutput(bytes, false);
        reader.read(
                IntStream.range(0, workers)
                        .mapToObj(i -> new JsonLinesWriter(out, OperationFilter.ALL, Pseudonyms.NONE))
                        .toList(),
                false);
        bytes.toString(StandardCharsets.UTF_8).lines().forEach(line -> operations.add(parsed(line)));
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    public static LogRun of(Path... paths) {
        return of(2, paths);
    }

    public static LogRun of(int workers, Path... paths) {
        try {
            return new LogRun(
                    LogFiles.of(Arrays.stream(paths).map(Path::toString).toList()), workers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines that a test has made up. */
    public static LogRun of(Path folder, String text) {
        try {
            Path file = Files.createTempFile(folder, "access", ".log");
            Files.writeString(file, text);
            return of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only operation with that number on that connection. */
    public JsonNode operation(long conn, long op) {
        List<JsonNode> found = operations.stream()
                .filter(each ->
                        each.get("conn").asLong() == conn && each.get("op").asLong() == op && !each.has("internal"))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " operations conn=" + conn + " op=" + op + ": " + found);
        }
        return found.get(0);
    }
}
