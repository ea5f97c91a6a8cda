package steps;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepTestResult.Result;
import coach.course.check.TestBar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only looks like a solution is refused, with a message that says why. */
@Execution(ExecutionMode.CONCURRENT)
class WrongSolutionsIT {

    /** What the others do wrong is counted at the backends: without the agent they open in a third of the time. */
    private static final List<Integer> NEED_TRACES = List.of(5, 10);

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

        try (TestBar running = proof.openLearners(state, step, NEED_TRACES.contains(wrong.step()))) {
            Sitting sitting = proof.judge(step, false, running, state);

            assertThat(sitting.last().result()).as(sitting.words()).isEqualTo(Result.NOT_YET);
            assertThat(wrong.expected()).isNotBlank();
            assertThat(sitting.last().message()).contains(wrong.expected());
        }
    }

    @Test
    void areAtLeastTwoForEachStepThatCouldBeCheated() {
        Map<Integer, Long> counts = WrongSolution.all().stream().collect(groupingBy(WrongSolution::step, counting()));

        assertThat(counts.keySet()).contains(2, 3, 5, 7, 8, 9, 10, 11);
        assertThat(counts.values()).allMatch(count -> count >= 2);
    }
}
