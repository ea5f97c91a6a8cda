package coach;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the map of the house: imports run {@code cli → course → bar → traces}, never back and never in a circle. */
class ArchitectureTest {

    private static final List<String> FLOORS = List.of("coach.cli", "coach.course", "coach.bar", "traces");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?((?:coach|traces)(?:\\.[a-z]\\w*)+)\\.[A-Z]");

    private static final List<Path> SOURCES = Stream.of("src/main/java", "../traces/src/main/java")
            .map(Path::of)
            .flatMap(ArchitectureTest::files)
            .toList();

    private static final Map<String, Set<String>> IMPORTS = SOURCES.stream()
            .collect(groupingBy(
                    ArchitectureTest::packageOf, flatMapping(file -> imports(file), toCollection(TreeSet::new))));

    @Test
    void importsOfWingsRunInOneDirection() {
        List<String> back = new ArrayList<>();
        IMPORTS.forEach((from, all) ->
                all.stream().filter(to -> floor(from) > floor(to)).forEach(to -> back.add(from + " imports " + to)));

        assertThat(IMPORTS).hasSizeGreaterThan(10);
        assertThat(back).isEmpty();
    }

    @Test
    void packagesFormNoCircle() {
        List<String> inCircles = IMPORTS.keySet().stream()
                .filter(name -> reachable(name).contains(name))
                .toList();

        assertThat(inCircles).isEmpty();
    }

    @Test
    void tracesKnowNoCommandLine() {
        assertThat(SOURCES.stream().filter(file -> packageOf(file).startsWith("traces")))
                .isNotEmpty()
                .noneMatch(file -> read(file).contains("import picocli."))
                .noneMatch(file -> read(file).contains("./workshop"));
    }

    @Test
    void noSimpleNameStandsTwiceInAModule() {
        Map<String, List<String>> byName = SOURCES.stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(groupingBy(
                        file -> packageOf(file).replaceFirst("\\..*", "") + " " + file.getFileName(),
                        mapping(ArchitectureTest::packageOf, toList())));

        assertThat(byName.entrySet().stream().filter(name -> name.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void eachPackageSaysWhatItHolds() {
        assertThat(IMPORTS.keySet())
                .allMatch(name -> SOURCES.stream()
                        .anyMatch(file -> file.endsWith("package-info.java")
                                && packageOf(file).equals(name)));
    }

    private static int floor(String name) {
        return FLOORS.stream()
                .filter(wing -> name.equals(wing) || name.startsWith(wing + "."))
                .mapToInt(FLOORS::indexOf)
                .findFirst()
                .orElse(-1);
    }

    private static Set<String> reachable(String from) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(IMPORTS.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove(0);
            if (reached.add(next)) {
                open.addAll(IMPORTS.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    private static Stream<String> imports(Path file) {
        return IMPORT.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals(packageOf(file)));
    }

    private static String packageOf(Path file) {
        return PACKAGE.matcher(read(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
