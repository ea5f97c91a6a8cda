package steps;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepTestResult.Result;
import coach.course.check.TestBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that only looks like a solution is refused, with a message that says why. */
@Execution(ExecutionMode.CONCURRENT)
class WrongSolutionsIT {

    private static final Proof proof = new Proof();

    @AfterAll
    static void closeTheBars() {
        proof.close();
    }

    static List<WrongSolution> chosen() {
        return WrongSolution.chosen();
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void isRefused_andToldWhy(WrongSolution wrong) throws Exception {
        Step step = proof.course.step(wrong.step());
        State state = wrong.over(proof.course);

        try (TestBar running = proof.openLearners(state, step, isAboutTraces(step))) {
            StepRun run = proof.run(step, false, running, state);

            assertThat(run.last().result()).as(run.text()).isEqualTo(Result.NOT_YET);
            assertThat(wrong.expected()).isNotBlank();
            assertThat(run.last().message()).contains(wrong.expected());
        }
    }

    /** For the other steps the backends are counted: without the agent their bars open in a third of the time. */
    private static boolean isAboutTraces(Step step) {
        return changes(step, "otel.properties");
    }

    /** Says whether the step's solution, or its half by hand, has a file whose path ends with that. */
    private static boolean changes(Step step, String pathEnd) {
        if (!Files.isDirectory(step.solution())) {
            return false;
        }
        try (Stream<Path> files = Files.walk(step.solution())) {
            return files.anyMatch(file -> file.toString().endsWith(pathEnd));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + step.solution(), e);
        }
    }

    @Test
    void areAtLeastTwoForEachStepThatChangesJavaCode() {
        Map<Integer, Long> counts = WrongSolution.all().stream().collect(groupingBy(WrongSolution::step, counting()));

        List<Integer> steps = proof.course.steps().stream()
                .filter(step -> changes(step, ".java"))
                .map(Step::number)
                .toList();
        assertThat(steps).isNotEmpty();
        assertThat(counts.keySet()).containsAll(steps);
        assertThat(counts.values()).allMatch(count -> count >= 2);
    }
}
