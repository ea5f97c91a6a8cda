package coach.course.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Latencies of two identical bars side by side, kept in a file: for each path some fresh starts, for each of them some
 * rounds.
 *
 * <pre>
 * path,start,one bar,the other (nanoseconds)
 * /beer/ipa,1,5034021,4998113
 * </pre>
 */
final class Recording {

    private static final String HEAD = "path,start,one bar,the other (nanoseconds)";

    private final Map<String, Map<Integer, JvmRun>> starts = new LinkedHashMap<>();

    /** The one that is checked in; {@link LatencyBench} makes a fresh one. */
    static Recording ofIdenticalBars() throws IOException {
        try (InputStream file = Recording.class.getResourceAsStream("/latency/identical-bars.csv")) {
            Recording recording = new Recording();
            new String(file.readAllBytes(), UTF_8).lines().skip(1).forEach(recording::read);
            return recording;
        }
    }

    private void read(String line) {
        String[] fields = line.split(",");
        start(fields[0], Integer.parseInt(fields[1])).add(Long.parseLong(fields[2]), Long.parseLong(fields[3]));
    }

    /** Made when first asked for. */
    JvmRun start(String path, int number) {
        return starts.computeIfAbsent(path, p -> new LinkedHashMap<>()).computeIfAbsent(number, n -> new JvmRun());
    }

    List<String> paths() {
        return List.copyOf(starts.keySet());
    }

    List<JvmRun> of(String path) {
        return List.copyOf(starts.get(path).values());
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        starts.forEach(
                (path, numbered) -> numbered.forEach((number, start) -> lines.addAll(lines(path, number, start))));
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static List<String> lines(String path, int number, JvmRun start) {
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < start.rounds(); round++) {
            lines.add("%s,%d,%.0f,%.0f".formatted(path, number, start.before()[round], start.after()[round]));
        }
        return lines;
    }
}
