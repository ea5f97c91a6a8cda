package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solutions fit what they were derived from, and each is one small idea. */
class SolutionsTest {

    private static final Course COURSE = Course.in(Proof.REPOSITORY);
    private static final int MOST_LINES = 25;

    /** A line that is no code: blank, a brace, a comment or an import. */
    private static final Pattern NO_CODE = Pattern.compile("|[{}();]+|(//|/\\*|\\*|#).*|(import|package) .*");

    static List<Step> steps() {
        return COURSE.steps().stream().filter(step -> step.number() > 1).toList();
    }

    @Test
    void fitTogether() {
        assertThat(COURSE.faults()).isEmpty();
    }

    @Test
    void belongToStepsWithoutAGapInTheirNumbers() {
        int steps = StepTable.rows(Proof.REPOSITORY).size();

        assertThat(Stream.concat(COURSE.steps().stream(), COURSE.labs().stream()))
                .extracting(Step::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, steps).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void areSmall(Step step) throws IOException {
        List<String> added = addedBetween(COURSE.state(step.number() - 1), COURSE.state(step.number()));

        assertThat(added)
                .as("lines of code that %s adds or changes", step.name())
                .hasSizeBetween(1, MOST_LINES);
    }

    static List<Step> labs() {
        return COURSE.labs();
    }

    /** The first fills the holes of the tool, the second repairs what the tool found; some labs end with the first. */
    @ParameterizedTest
    @MethodSource("labs")
    void areSmall_eachHalfOfALab(Step lab) throws IOException {
        State half = lab.hasHalf() ? COURSE.byHand(lab) : COURSE.state(lab.number());

        assertThat(addedBetween(COURSE.before(lab), half)).as("the holes").hasSizeBetween(1, MOST_LINES);
        assertThat(addedBetween(half, COURSE.state(lab.number())))
                .as("the rest")
                .hasSizeBetween(lab.hasHalf() ? 1 : 0, MOST_LINES);
    }

    private static List<String> addedBetween(State before, State after) throws IOException {
        List<String> added = new ArrayList<>();
        for (Map.Entry<String, Path> file : after.files().entrySet()) {
            List<String> lines = code(file.getValue());
            Path old = before.files().get(file.getKey());
            if (old != null) {
                code(old).forEach(lines::remove);
            }
            added.addAll(lines);
        }
        return added;
    }

    private static List<String> code(Path file) throws IOException {
        if (!file.toString().matches(".*\\.(java|properties)")) {
            return new ArrayList<>();
        }
        return new ArrayList<>(Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !NO_CODE.matcher(line).matches())
                .toList());
    }
}
