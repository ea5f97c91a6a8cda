package accesslog.input;

import accesslog.record.FaultKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Counts what was wrong with lines, and keeps the first of each kind. One thread's own; added up at the end. */
public final class Faults {

    private static final int EXCERPT = 200;

    /** The first line of its kind. */
    public record Example(LogFile file, long line, String text) {

        boolean isBefore(Example other) {
            return file.index() != other.file.index() ? file.index() < other.file.index() : line < other.line;
        }
    }

    private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
    private final Map<FaultKind, Example> examples = new EnumMap<>(FaultKind.class);

    public void add(FaultKind kind, LogFile file, long line, byte[] bytes, int start, int end) {
        counts.merge(kind, 1L, Long::sum);
        if (!examples.containsKey(kind)) {
            int length = Math.min(EXCERPT, end - start);
            examples.put(kind, new Example(file, line, new String(bytes, start, length, StandardCharsets.UTF_8)));
        }
    }

    void add(FaultKind kind, LogFile file, long line, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(kind, file, line, bytes, 0, bytes.length);
    }

    public void addAll(Faults other) {
        other.counts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        other.examples.forEach(
                (kind, example) -> examples.merge(kind, example, (one, two) -> two.isBefore(one) ? two : one));
    }

    public long count(FaultKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Null where there is none of that kind. */
    public Example example(FaultKind kind) {
        return examples.get(kind);
    }

    public long notUnderstood() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().notUnderstood())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
