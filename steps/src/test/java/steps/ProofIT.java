package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.State;
import coach.course.Step;
import coach.course.check.StepTest;
import coach.course.check.StepTestResult.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        List<ProofOfState> states = new ArrayList<>();
        proof.course.steps().forEach(step -> states.add(ofState(step)));
        closeEachWhenNeededNoMore(states);
        // Two states at a time. JUnit itself would run them one by one, as nothing else may run beside this class.
        ExecutorService two = Executors.newFixedThreadPool(2);
        states.forEach(state -> two.execute(state::run));
        two.shutdown();
        return states.stream().map(ProofOfState::results);
    }

    /** A state's bar also serves the next one, as the state before. */
    private static void closeEachWhenNeededNoMore(List<ProofOfState> states) {
        for (int i = 0; i < states.size(); i++) {
            CompletableFuture<Void> next = i + 1 < states.size()
                    ? states.get(i + 1).ended()
                    : states.get(i).ended();
            State state = proof.course.state(i + 1);
            states.get(i).ended().runAfterBoth(next, () -> proof.close(state));
        }
    }

    /** State 01 is the shipped tree: its step changes nothing. */
    private static ProofOfState ofState(Step step) {
        ProofOfState state = new ProofOfState("state " + step.name());
        state.add("compiles without a warning, and opens", () -> opens(step));
        next(step).ifPresent(next -> {
            state.add("does not pass step " + next.twoDigits() + " yet", () -> refuses(next, false, step));
            if (next.hasHalf()) {
                state.add("nor its half by hand", () -> refuses(next, true, step));
                byHand(next, state);
            }
        });
        IntStream.rangeClosed(1, step.number())
                .mapToObj(proof.course::step)
                .forEach(earlier -> state.add("passes step " + earlier.twoDigits(), () -> passes(earlier, step)));
        return state;
    }

    private static void opens(Step step) {
        int status =
                proof.inTurn(() -> proof.running(stateOf(step)).get("/health").status());
        assertThat(status).isEqualTo(200);
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
        StepRun run = proof.inTurn(() -> {
            StepRun passed = proof.run(earlier, false, stateOf(step));
            if (earlier.equals(step)) {
                table.add(step, proof.running(stateOf(step)), passed.outcomes());
            }
            return passed;
        });

        System.out.println("state " + step.twoDigits() + ", " + run.text());
        // A step whose every test held until an earlier state has nothing to say any more.
        assertThat(run.results()).as(run.text()).allMatch(one -> one.result() == Result.PASSED);
        assertThat(earlier.equals(step) && run.results().isEmpty())
                .as("nothing was tested")
                .isFalse();
    }

    private static void refuses(Step next, boolean byHand, Step step) throws ClassNotFoundException {
        StepRun run = proof.inTurn(() -> proof.run(next, byHand, stateOf(step)));

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

    private static void byHand(Step step, ProofOfState proofs) {
        State half = proof.course.byHand(step);
        proofs.add("by hand passes the half by hand", () -> {
            StepRun run = proof.inTurn(() -> proof.run(step, true, half));
            assertThat(run.passed()).as(run.text()).isTrue();
        });
        proofs.add("by hand does not pass the whole step", () -> {
            StepRun run = proof.inTurn(() -> proof.run(step, false, half));
            assertThat(run.last().result()).as(run.text()).isEqualTo(Result.NOT_YET);
            proof.close(half);
        });
    }
}
