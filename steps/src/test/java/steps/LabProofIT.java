package steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepTest;
import coach.course.check.StepTestResult.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Proves that every lab's test fails at its start, and passes with its solution; and so for its halves. */
@Isolated("It measures.")
class LabProofIT {

    private static final int WRONG_SOLUTIONS = 4;

    private static final Proof proof = new Proof();

    @AfterAll
    static void closeTheBars() {
        proof.close();
    }

    @TestFactory
    Stream<DynamicNode> everyLab() {
        return proof.course.labs().stream().map(LabProofIT::lab);
    }

    private static DynamicNode lab(Step lab) {
        State start = proof.course.before(lab);
        State done = proof.course.state(lab.number());
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("does not pass at its start", () -> refuses(lab, start)));
        if (lab.hasHalf()) {
            tests.addAll(halves(lab, start, proof.course.byHand(lab)));
        }
        tests.add(dynamicTest("passes with its solution", () -> passes(lab, false, done)));
        tests.add(dynamicTest("has wrong solutions", () -> hasWrongSolutions(lab)));
        return dynamicContainer("lab " + lab.name(), tests);
    }

    private static List<DynamicNode> halves(Step lab, State start, State half) {
        return List.of(
                dynamicTest("nor its half by hand", () -> isNotYet(run(lab, true, start))),
                dynamicTest("by hand passes the half by hand", () -> passes(lab, true, half)),
                dynamicTest("by hand does not pass the whole lab", () -> {
                    isNotYet(run(lab, false, half));
                    proof.close(half);
                }));
    }

    private static void refuses(Step lab, State start) throws ClassNotFoundException {
        StepRun run = run(lab, false, start);

        isNotYet(run);
        String reason =
                Class.forName(lab.testClass()).getAnnotation(StepTest.class).refusesTheStateBefore();
        assertThat(reason).isNotBlank();
        assertThat(run.last().message()).contains(reason);
    }

    private static StepRun run(Step lab, boolean byHand, State state) {
        return proof.inTurn(() -> proof.run(lab, byHand, state));
    }

    private static void isNotYet(StepRun run) {
        assertThat(run.last().result()).as(run.text()).isEqualTo(Result.NOT_YET);
    }

    private static void passes(Step lab, boolean byHand, State state) {
        StepRun run = run(lab, byHand, state);

        System.out.println(state.title() + ", " + run.text());
        assertThat(run.results()).as(run.text()).isNotEmpty().allMatch(one -> one.result() == Result.PASSED);
    }

    private static void hasWrongSolutions(Step lab) {
        assertThat(WrongSolution.all())
                .filteredOn(wrong -> wrong.step() == lab.number())
                .hasSizeGreaterThanOrEqualTo(WRONG_SOLUTIONS);
    }
}
