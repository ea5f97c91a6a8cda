package coach.course;

import coach.bar.compiler.FileContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The origins of a solution's files: the file {@code lock}, with a line for each.
 *
 * <pre>
 *   9f86d081884c7d65…  beer-donut-app/src/main/java/beerdonut/menu/Menu.java
 *   new  beer-donut-app/src/main/java/beerdonut/web/Timed.java
 * </pre>
 *
 * @param origins for each path, the SHA-256 of that file in the state before, or «new»
 * @param broken the lines that cannot be read
 */
record SolutionLock(SortedMap<String, String> origins, List<String> broken) {

    private static final String NEW = "new";
    private static final String LINE = "(" + NEW + "|[0-9a-f]{64})  \\S.*";

    static SolutionLock of(Solution solution, State before) {
        SortedMap<String, String> origins = new TreeMap<>();
        solution.files().keySet().forEach(path -> origins.put(path, origin(path, before)));
        return new SolutionLock(origins, List.of());
    }

    static String origin(String path, State before) {
        return before.files().containsKey(path)
                ? FileContent.sha256(before.files().get(path))
                : NEW;
    }

    static SolutionLock read(Solution solution) {
        SortedMap<String, String> origins = new TreeMap<>();
        List<String> lines = new String(FileContent.of(solution.lockFile()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        lines.stream()
                .filter(line -> line.matches(LINE))
                .map(line -> line.split("  ", 2))
                .forEach(columns -> origins.put(columns[1], columns[0]));
        return new SolutionLock(
                origins, lines.stream().filter(line -> !line.matches(LINE)).toList());
    }

    static boolean isNew(String origin) {
        return origin.equals(NEW);
    }

    void writeTo(Solution solution) {
        String text = origins.entrySet().stream()
                .map(line -> line.getValue() + "  " + line.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(solution.lockFile(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + solution.lockFile(), e);
        }
    }
}
