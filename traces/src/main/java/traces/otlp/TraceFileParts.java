package traces.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds the parts of a file that are OTLP's JSON, one object, an object a line, as the collector writes them, a list of
 * objects, or an object within another, as in an answer of Tempo or Jaeger; or that are spans of Zipkin's, in lists.
 *
 * <p>Names files of other tools for what they are.
 */
final class TraceFileParts {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> WRAPPERS = Set.of("trace", "result");
    private static final Set<String> OF_ZIPKIN = Set.of("traceId", "id");

    /**
     * A part of a file.
     *
     * @param ofZipkin whether it is a span of Zipkin's
     */
    record Part(byte[] json, boolean ofZipkin) {}

    private final byte[] text;
    private final JsonParser in;
    private final List<Part> parts = new ArrayList<>();

    private TraceFileParts(byte[] text, JsonParser in) {
        this.text = text;
        this.in = in;
    }

    /**
     * @param text in UTF-8
     * @throws InvalidOtlp where the file is another tool's
     * @throws IOException where it is no JSON
     */
    static List<Part> of(byte[] text) throws IOException {
        try (JsonParser in = JSON.createParser(text)) {
            TraceFileParts file = new TraceFileParts(text, in);
            while (in.nextToken() != null) {
                file.add();
            }
            return file.parts;
        }
    }

    private void add() throws IOException {
        if (in.currentToken() == JsonToken.START_ARRAY) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                add();
            }
            return;
        }
        long from = in.currentTokenLocation().getByteOffset();
        int before = parts.size();
        List<String> names = in.currentToken() == JsonToken.START_OBJECT ? lookInto() : List.of();
        boolean unwrapped = parts.size() > before;
        if (!unwrapped) {
            byte[] json = Arrays.copyOfRange(
                    text, (int) from, (int) in.currentLocation().getByteOffset());
            parts.add(new Part(json, names.containsAll(OF_ZIPKIN)));
        }
    }

    /** Reads to the end of the object; adds the object within, if this one is only its wrapper. @return its fields' names */
    private List<String> lookInto() throws IOException {
        List<String> names = new ArrayList<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            names.add(name);
            boolean object = in.nextToken() == JsonToken.START_OBJECT;
            if (object && WRAPPERS.contains(name)) {
                add();
            } else {
                in.skipChildren();
            }
            refuseOthers(names);
        }
        return names;
    }

    private static void refuseOthers(List<String> names) throws InvalidOtlp {
        String owner = "";
        if (names.containsAll(OF_ZIPKIN) && names.contains("binaryAnnotations")) {
            owner = "spans in the first version of Zipkin's JSON";
        } else if (names.contains("traceID") || names.contains("data")) {
            owner = "traces in Jaeger's JSON";
        } else if (names.contains("traceEvents")) {
            owner = "Chrome's trace events";
        } else if (names.contains("resourceLogs") || names.contains("resourceMetrics")) {
            owner = "logs or metrics";
        }
        if (!owner.isEmpty()) {
            throw new InvalidOtlp(
                    "",
                    "It holds " + owner
                            + ". What can be drawn is OTLP's JSON, an object with 'resourceSpans' or one a line, and Zipkin's"
                            + " lists of spans.",
                    null);
        }
    }
}
