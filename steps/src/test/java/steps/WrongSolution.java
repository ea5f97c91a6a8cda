package steps;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import coach.course.Course;
import coach.course.State;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A solution that looks right and is not. */
record WrongSolution(SolutionOverlay files) {

    private static final Path ALL = Path.of("src", "test", "wrong");
    private static final String EXPECTED = "expected";

    /**
     * Two of each step, which is what a build has time for; all of them with {@code -Dwrong=all}, as in CI; some with
     * {@code -Dwrong=03-ids,08}, by the beginnings of their names.
     */
    static List<WrongSolution> chosen() {
        String asked = System.getProperty("wrong", "");
        return asked.isEmpty()
                ? twoOfEachStep()
                : all().stream()
                        .filter(wrong -> asked.equals("all")
                                || Stream.of(asked.split(",")).anyMatch(wrong.name()::startsWith))
                        .toList();
    }

    private static List<WrongSolution> twoOfEachStep() {
        return all().stream().collect(groupingBy(WrongSolution::step, TreeMap::new, toList())).values().stream()
                .flatMap(ofStep -> ofStep.stream().limit(2))
                .toList();
    }

    static List<WrongSolution> all() {
        return SolutionOverlay.in(ALL, EXPECTED).stream()
                .map(WrongSolution::new)
                .toList();
    }

    String name() {
        return files.name();
    }

    int step() {
        return files.step();
    }

    /** The official state, with the wrong files in it. */
    State over(Course course) {
        return files.over(course);
    }

    /** A part of the message that refuses it. */
    String expected() {
        return files.text();
    }
}
