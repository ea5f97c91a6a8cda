package coach.course.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A learner's guesses, and beside them what the tests of a step have measured. */
final class GuessComparison {

    /** More lines than this are a drawing, which is not repeated. */
    private static final int A_FEW_LINES = 3;

    private final List<String> measured = new ArrayList<>();

    void add(StepTestResult result) {
        result.notes().stream()
                .filter(note -> note.lines().count() <= A_FEW_LINES)
                .forEach(measured::add);
    }

    /** Gives the lines; none where nothing was guessed. */
    List<String> lines(List<String> guesses) {
        if (guesses.isEmpty()) {
            return List.of();
        }
        Stream<String> found = measured.isEmpty() ? Stream.of() : part("Measured:", measured);
        return Stream.concat(part("You guessed:", guesses), found).toList();
    }

    private static Stream<String> part(String head, List<String> texts) {
        return Stream.concat(
                Stream.of(head), texts.stream().flatMap(String::lines).map(line -> "  " + line));
    }
}
