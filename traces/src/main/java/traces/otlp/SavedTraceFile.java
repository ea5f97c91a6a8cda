package traces.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import traces.model.Printable;
import traces.model.Trace;
import traces.model.TraceError;

/**
 * Finds and reads files that hold traces in OTLP's JSON, also as the collector's lines and as Tempo's answers, or in
 * Zipkin's.
 */
public final class SavedTraceFile {

    private static final long MOST_BYTES = 200L << 20;

    private SavedTraceFile() {}

    /** Reports a file that holds no trace; the message names the file and says what is wrong with it. */
    public static final class InvalidTraceFile extends TraceError {

        private static final long serialVersionUID = 1;

        private InvalidTraceFile(Path file, String fact, Throwable cause) {
            super(
                    "The file %s should hold a trace, as JSON. %s"
                            .formatted(Printable.of(file.toString()), Printable.of(fact)),
                    cause);
        }
    }

    /** Returns the file of this name; none where the name is a trace's id, {@code last} or {@code last~1}. */
    public static Optional<Path> named(String which) {
        if (which.matches("last(~\\d+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(which)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads all traces of a file; there is at least one.
     *
     * @throws InvalidTraceFile when the file cannot be read, is too large, is no JSON of OTLP's or Zipkin's, or holds no span
     */
    public static List<Trace> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidTraceFile(file, "It is larger than " + (MOST_BYTES >> 20) + " MB.", null);
            }
            List<String> foreign = new ArrayList<>();
            List<Trace> traces = Trace.of(read(TextEncoding.utf8(Files.readAllBytes(file)), foreign::add));
            if (traces.isEmpty()) {
                throw new InvalidTraceFile(
                        file, foreign.isEmpty() ? "It holds no span." : "It holds no span. " + foreign.get(0), null);
            }
            return traces;
        } catch (IOException e) {
            throw new InvalidTraceFile(file, String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads all parts as one: the spans of a trace may be on several lines. */
    private static TracesData read(byte[] text, Consumer<String> foreign) throws IOException {
        List<TraceFileParts.Part> parts;
        try {
            parts = TraceFileParts.of(text);
        } catch (JsonProcessingException e) {
            // The reader says what is wrong.
            parts = List.of(new TraceFileParts.Part(text, false));
        }
        TracesData.Builder all = TracesData.newBuilder();
        for (TraceFileParts.Part part : parts) {
            if (part.ofZipkin()) {
                all.addResourceSpans(ZipkinSpanReader.read(part.json()));
            } else {
                all.mergeFrom(OtlpJson.read(part.json(), foreign));
            }
        }
        return all.build();
    }
}
