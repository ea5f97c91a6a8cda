package steps;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import coach.course.Course;
import coach.course.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A solution that looks right and is not: whole files, laid over the official state of a step.
 *
 * @param folder such as {@code 08-static-map}; it holds the files at their paths, and one named {@code expected}
 */
record WrongSolution(Path folder) {

    private static final Path ALL = Path.of("src", "test", "wrong");
    private static final String EXPECTED = "expected";

    /**
     * Two of each step, which is what a build has time for; all of them with {@code -Dwrong=all}, as in CI; some with
     * {@code -Dwrong=03-ids}.
     */
    static List<WrongSolution> chosen() {
        String asked = System.getProperty("wrong", "");
        return asked.isEmpty()
                ? twoOfEachStep()
                : all().stream()
                        .filter(wrong -> asked.equals("all") || wrong.name().startsWith(asked))
                        .toList();
    }

    private static List<WrongSolution> twoOfEachStep() {
        return all().stream().collect(groupingBy(WrongSolution::step, TreeMap::new, toList())).values().stream()
                .flatMap(ofStep -> ofStep.stream().limit(2))
                .toList();
    }

    static List<WrongSolution> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(WrongSolution::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + ALL, e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    int step() {
        return Integer.parseInt(name().substring(0, 2));
    }

    /** The official state, with the wrong files in it. */
    State over(Course course) {
        State right = course.state(step());
        SortedMap<String, Path> files = new TreeMap<>(right.files());
        try (Stream<Path> wrong = Files.walk(folder)) {
            wrong.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(EXPECTED))
                    .forEach(file ->
                            files.put(folder.relativize(file).toString().replace('\\', '/'), file.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + folder, e);
        }
        return new State(right.name(), files);
    }

    /** A part of the message that refuses it; what stands behind # is for people. */
    String expected() {
        try {
            return String.join(
                            "\n",
                            Files.readAllLines(folder.resolve(EXPECTED)).stream()
                                    .filter(line -> !line.startsWith("#"))
                                    .toList())
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
