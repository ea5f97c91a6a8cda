package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepContext;
import coach.course.check.StepTestResult;
import coach.course.check.StepTestResult.Result;
import coach.course.check.StepTestRunner;
import coach.course.check.TestBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that solves a step in another way than the official solution is not refused by any test that counts. */
@Execution(ExecutionMode.CONCURRENT)
class RightSolutionsIT {

    private static final Path ALL = Path.of("src", "test", "right");
    private static final String MEASURES = "all tests that count have passed, and one begins to measure";

    /** The steps whose tests look at traces: their bars need the agent. */
    private static final Set<Integer> LOOK_AT_TRACES = Set.of(4, 5, 6, 9, 10);

    private static final Proof proof = new Proof();

    @AfterAll
    static void closeTheBars() {
        proof.close();
    }

    /**
     * Those whose bars need no agent and so open in a third of the time; all of them with {@code -Dwrong=all}, as in CI;
     * some with {@code -Dright=03-request,08}, by the beginnings of their names.
     */
    static List<SolutionOverlay> chosen() {
        String asked =
                System.getProperty("right", System.getProperty("wrong", "").equals("all") ? "all" : "");
        return SolutionOverlay.in(ALL, "why").stream()
                .filter(right -> asked.isEmpty()
                        ? !isAboutTraces(proof.course.step(right.step()))
                        : asked.equals("all") || Stream.of(asked.split(",")).anyMatch(right.name()::startsWith))
                .toList();
    }

    private static boolean isAboutTraces(Step step) {
        return LOOK_AT_TRACES.contains(step.number());
    }

    @ParameterizedTest
    @MethodSource("chosen")
    void isNotRefused(SolutionOverlay right) throws Exception {
        Step step = proof.course.step(right.step());
        State state = right.over(proof.course);

        try (TestBar running = proof.openLearners(state, step, isAboutTraces(step))) {
            List<StepTestResult> results = results(step, state, running);

            assertThat(results).hasSizeGreaterThan(1);
            assertThat(results.subList(0, results.size() - 1)).allMatch(one -> one.result() == Result.PASSED);
            assertThat(results.get(results.size() - 1).message()).isEqualTo(MEASURES);
        }
    }

    /** The last test of a step compares with the state before, which takes a second bar, and only that test. */
    private static List<StepTestResult> results(Step step, State state, TestBar running) {
        StepContext context = new StepContext(
                step.number(), false, running, RightSolutionsIT::noBar, state.files(), StepContext.Care.CHECK);
        List<StepTestResult> results = new ArrayList<>();
        new StepTestRunner(context, results::add).run(step.testClass());
        return results;
    }

    private static TestBar noBar() {
        throw new IllegalStateException(MEASURES);
    }
}
