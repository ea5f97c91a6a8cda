package sockettracer.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import sockettracer.Exchange;
import sockettracer.Recording;
import sockettracer.text.Request;
import sockettracer.text.Units;

/** Makes spans of a section and its calls, as OTLP's JSON. An inner section's span hangs below the outer one's. */
final class OtlpJson {

    private static final int INTERNAL = 1;
    private static final int SERVER = 2;
    private static final int CLIENT = 3;
    private static final int MOST_TEXT = 4000;

    private final Recording recording;

    /** The peers that understand SQL: what comes between statements, such as their execution, has no text of its own. */
    private final Set<String> databases;

    private OtlpJson(Recording recording) {
        this.recording = recording;
        databases = recording.calls().stream()
                .filter(call -> call.asked().kind() == Request.Kind.SQL)
                .map(Exchange::peer)
                .collect(Collectors.toSet());
    }

    static String of(Recording recording, String service) {
        return Json.of(Map.of(
                "resourceSpans",
                List.of(Map.of(
                        "resource",
                        Map.of("attributes", attributes(Map.of("service.name", service))),
                        "scopeSpans",
                        List.of(Map.of(
                                "scope",
                                Map.of("name", "socket-tracer"),
                                "spans",
                                new OtlpJson(recording).spans()))))));
    }

    private List<Object> spans() {
        List<Object> spans = new ArrayList<>();
        spans.add(span(
                hex(recording.id()),
                recording.parentId() == 0 ? "" : hex(recording.parentId()),
                recording.name(),
                recording.answersRequest() ? SERVER : INTERNAL,
                0,
                recording.nanos(),
                Map.of("thread.name", recording.thread())));
        recording.innermostCalls().stream()
                .map(call -> span(
                        hex(ThreadLocalRandom.current().nextLong() | 1),
                        hex(recording.id()),
                        name(call),
                        CLIENT,
                        call.start() - recording.start(),
                        call.nanos(),
                        values(call)))
                .forEach(spans::add);
        return spans;
    }

    private Map<String, Object> span(
            String id, String parent, String name, int kind, long after, long nanos, Map<String, Object> values) {
        long start = recording.startMillis() * 1_000_000 + after;
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("traceId", traceId());
        span.put("spanId", id);
        span.put("parentSpanId", parent);
        span.put("name", name);
        span.put("kind", kind);
        // 64-bit numbers are texts in protobuf's JSON.
        span.put("startTimeUnixNano", String.valueOf(start));
        span.put("endTimeUnixNano", String.valueOf(start + nanos));
        span.put("attributes", attributes(values));
        return span;
    }

    private String traceId() {
        return hex(recording.rootId()) + hex(~recording.rootId());
    }

    private static String name(Exchange call) {
        return switch (call.asked().kind()) {
            case HTTP, REDIS, SQL -> call.asked().statement().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
            case TEXT, BINARY -> "call " + call.peer();
        };
    }

    private Map<String, Object> values(Exchange call) {
        int port = call.peer().lastIndexOf(':');
        Map<String, Object> values = new HashMap<>();
        values.put("thread.name", call.thread());
        values.put("server.address", call.peer().substring(0, Math.max(0, port)));
        values.put("server.port", call.peer().substring(port + 1));
        values.put("sockettracer.attribution", call.attribution().certainty());
        values.put("sockettracer.bytes_out", call.request().count());
        values.put("sockettracer.bytes_in", call.answer().count());
        if (call.caller() != null) {
            values.put("code.stacktrace", call.caller());
        }
        String statement = Units.cut(call.asked().statement(), MOST_TEXT);
        if (call.asked().kind() == Request.Kind.HTTP) {
            values.put("http.request.method", name(call));
            values.put("url.full", "http://" + call.peer() + statement.replaceFirst("\\S+ ", ""));
        } else if (call.asked().kind() == Request.Kind.REDIS) {
            values.put("db.system.name", "redis");
        } else if (databases.contains(call.peer())) {
            values.put("db.system.name", "other_sql");
        }
        if (values.containsKey("db.system.name") && !statement.isEmpty()) {
            values.put("db.query.text", statement);
        }
        return values;
    }

    private static List<Object> attributes(Map<String, Object> values) {
        List<Object> attributes = new ArrayList<>();
        values.forEach((key, value) -> attributes.add(Map.of(
                "key",
                key,
                "value",
                value instanceof Long
                        ? Map.of("intValue", String.valueOf(value))
                        : Map.of("stringValue", String.valueOf(value)))));
        return attributes;
    }

    private static String hex(long id) {
        return String.format("%016x", id);
    }
}
