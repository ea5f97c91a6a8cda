package coach.course.check;

import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import java.util.function.Consumer;

/** Runs one step's test against some code, beside the official state before that step. */
public final class StepCheck {

    private final Course course;
    private final BarFactory bars;
    private final Step step;
    private final boolean byHand;
    private final CheckTimings timings = new CheckTimings();

    /** @param byHand true for the step's first half */
    public StepCheck(Course course, BarFactory bars, Step step, boolean byHand) {
        this.course = course;
        this.bars = bars;
        this.step = step;
        this.byHand = byHand;
    }

    /** Checks an official state. */
    public CheckResult ofState(State state, int number, Consumer<StepTestResult> listener) {
        return run(bars.code(state), state, number, listener);
    }

    /**
     * Checks a learner's code.
     *
     * @param reached the number of the state that it has reached
     * @throws CompilationError with javac's messages
     */
    public CheckResult ofWorkspace(State workspace, int reached, Consumer<StepTestResult> listener)
            throws CompilationError {
        return run(bars.codeOfALearner(workspace), workspace, Math.max(reached, step.number()), listener);
    }

    private CheckResult run(CompiledServices code, State state, int number, Consumer<StepTestResult> listener) {
        timings.lap("compiling");
        try (BarOpening before = before();
                TestBar after = bars.of(code, Math.max(step.number(), number)).open()) {
            timings.lap("opening the bar");
            StepContext context =
                    new StepContext(number, byHand, after, before::join, state.files(), StepContext.Care.CHECK);
            StepTestRunner runner =
                    new StepTestRunner(context, listener.andThen(result -> timings.lap(result.sentence())));
            return new CheckResult(runner.run(step.testClass()), context.skipped());
        } finally {
            timings.lap("closing the bars");
        }
    }

    /** Begins to open the second bar at once, if it will be needed: two bars together take little longer than one. */
    private BarOpening before() {
        BarOpening before = new BarOpening(this::stateBefore);
        if (hasBefore()) {
            before.begin();
        }
        return before;
    }

    private TestBar stateBefore() {
        return bars.of(bars.code(course.state(Math.max(0, step.number() - 1))), step.number());
    }

    /** Step 01 changes nothing: it only compares paths of the same app. */
    private boolean hasBefore() {
        return step.number() > 1;
    }

    /** Gives a line for each part of the check, with the time that it took. */
    public String timings() {
        return timings.text();
    }
}
