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

    /** @param byHand whether it is about the step's first half */
    public StepCheck(Course course, BarFactory bars, Step step, boolean byHand) {
        this.course = course;
        this.bars = bars;
        this.step = step;
        this.byHand = byHand;
    }

    /** Of an official state. */
    public CheckResult ofState(State state, int number, Consumer<StepTestResult> listener) {
        return judge(bars.code(state), state, number, listener);
    }

    /**
     * Of a learner's code.
     *
     * @param reached the number of the state that it has reached
     * @throws CompilationError with javac's words
     */
    public CheckResult ofWorkspace(State workspace, int reached, Consumer<StepTestResult> listener)
            throws CompilationError {
        return judge(bars.codeOfALearner(workspace), workspace, Math.max(reached, step.number()), listener);
    }

    private CheckResult judge(CompiledServices code, State state, int number, Consumer<StepTestResult> listener) {
        timings.lap("compiling");
        try (BarOpening before = before();
                TestBar after = bars.of(code, Math.max(step.number(), number)).open()) {
            timings.lap("opening the bar");
            StepContext trial =
                    new StepContext(number, byHand, after, before::join, state.files(), StepContext.Care.CHECK);
            StepTestRunner judge =
                    new StepTestRunner(trial, listener.andThen(judged -> timings.lap(judged.sentence())));
            return new CheckResult(judge.run(step.testClass()), trial.skipped());
        } finally {
            timings.lap("closing the bars");
        }
    }

    /** At once, where it will be needed: two bars that open together take hardly longer than one. */
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

    /** Where the time went. */
    public CheckTimings timings() {
        return timings;
    }
}
