package steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepTest;
import coach.course.check.StepTestResult.Result;
import coach.course.check.TestBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/** Proves that every state passes the steps up to its own, is faster where they claim it, and fails the next step. */
@Isolated("It measures.")
class ProofIT {

    private static final Proof proof = new Proof();
    private static final Table table = new Table();

    @AfterAll
    static void printTheTable() {
        proof.close();
        System.out.println(table.text());
    }

    @TestFactory
    Stream<DynamicNode> everyState() {
        return proof.course.steps().stream().map(ProofIT::state);
    }

    /** State 01 is the shipped tree: its step changes nothing. */
    private static DynamicNode state(Step step) {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(dynamicTest("compiles without a warning, and opens", () -> proof.running(stateOf(step))));
        next(step).ifPresent(next -> {
            tests.add(dynamicTest("does not pass step " + next.twoDigits() + " yet", () -> refuses(next, false, step)));
            if (next.hasHalf()) {
                tests.add(dynamicTest("nor its half by hand", () -> refuses(next, true, step)));
                tests.addAll(byHand(next));
            }
        });
        IntStream.rangeClosed(1, step.number())
                .mapToObj(proof.course::step)
                .forEach(earlier ->
                        tests.add(dynamicTest("passes step " + earlier.twoDigits(), () -> passes(earlier, step))));
        tests.add(dynamicTest("is kept as the state before the next", () -> forgetTheOneBefore(step)));
        return dynamicContainer("state " + step.name(), tests);
    }

    private static State stateOf(Step step) {
        return proof.course.state(step.number());
    }

    private static Optional<Step> next(Step step) {
        return proof.course.steps().stream()
                .filter(other -> other.number() == step.number() + 1)
                .findFirst();
    }

    private static void passes(Step earlier, Step step) {
        // The next one opens beside the counting: after step 01, which measures on later states too, and before this
        // one does.
        if (earlier.number() > 1) {
            Optional<CompletableFuture<TestBar>> opening = next(step).map(next -> proof.opening(stateOf(next)));
            opening.filter(any -> earlier.equals(step)).ifPresent(CompletableFuture::join);
        }
        StepRun run = proof.run(earlier, false, stateOf(step));

        System.out.println("state " + step.twoDigits() + ", " + run.text());
        if (earlier.equals(step)) {
            table.add(step.name(), proof.running(stateOf(step)), run.outcomes());
        }
        // A step whose every test held until an earlier state has nothing to say any more.
        assertThat(run.results()).as(run.text()).allMatch(one -> one.result() == Result.PASSED);
        assertThat(earlier.equals(step) && run.results().isEmpty())
                .as("nothing was tested")
                .isFalse();
    }

    private static void refuses(Step next, boolean byHand, Step step) throws ClassNotFoundException {
        StepRun run = proof.run(next, byHand, stateOf(step));

        assertThat(run.last().result()).as(run.text()).isEqualTo(Result.NOT_YET);
        if (!byHand) {
            assertThat(run.last().message()).contains(reason(next));
        }
    }

    private static String reason(Step step) throws ClassNotFoundException {
        String reason =
                Class.forName(step.testClass()).getAnnotation(StepTest.class).refusesTheStateBefore();
        assertThat(reason)
                .as("why %s refuses the state before", step.testClass())
                .isNotBlank();
        return reason;
    }

    private static List<DynamicNode> byHand(Step step) {
        State half = proof.course.byHand(step);
        return List.of(
                dynamicTest("by hand passes the half by hand", () -> {
                    StepRun run = proof.run(step, true, half);
                    assertThat(run.passed()).as(run.text()).isTrue();
                }),
                dynamicTest("by hand does not pass the whole step", () -> {
                    StepRun run = proof.run(step, false, half);
                    assertThat(run.last().result()).as(run.text()).isEqualTo(Result.NOT_YET);
                    proof.close(half);
                }));
    }

    private static void forgetTheOneBefore(Step step) {
        proof.close(proof.course.state(step.number() - 1));
        assertThat(proof.running(stateOf(step)).get("/health").status()).isEqualTo(200);
    }
}
