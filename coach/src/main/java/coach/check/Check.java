package coach.check;

import coach.code.Code;
import coach.code.DoesNotCompile;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.trial.Judge;
import coach.trial.Judged;
import coach.trial.Opening;
import coach.trial.Running;
import coach.trial.Trial;
import java.util.function.Consumer;

/** Runs one step's test against some code, beside the official state before that step. */
public final class Check {

    private final Course course;
    private final Bars bars;
    private final Step step;
    private final boolean byHand;
    private final Timings timings = new Timings();

    /** @param byHand whether it is about the step's first half */
    public Check(Course course, Bars bars, Step step, boolean byHand) {
        this.course = course;
        this.bars = bars;
        this.step = step;
        this.byHand = byHand;
    }

    /** Of an official state. */
    public CheckResult ofState(State state, int number, Consumer<Judged> listener) {
        return judge(bars.code(state), state, number, listener);
    }

    /**
     * Of a learner's code.
     *
     * @param reached the number of the state that it has reached
     * @throws DoesNotCompile with javac's words
     */
    public CheckResult ofWorkspace(State workspace, int reached, Consumer<Judged> listener) throws DoesNotCompile {
        return judge(bars.codeOfALearner(workspace), workspace, Math.max(reached, step.number()), listener);
    }

    private CheckResult judge(Code code, State state, int number, Consumer<Judged> listener) {
        timings.lap("compiling");
        try (Opening before = before();
                Running after = bars.of(code, Math.max(step.number(), number)).open()) {
            timings.lap("opening the bar");
            Trial trial = new Trial(number, byHand, after, before::join, state.files(), Trial.Care.CHECK);
            Judge judge = new Judge(trial, listener.andThen(judged -> timings.lap(judged.sentence())));
            return new CheckResult(judge.run(step.testClass()), trial.skipped());
        } finally {
            timings.lap("closing the bars");
        }
    }

    /** At once, where it will be needed: two bars that open together take hardly longer than one. */
    private Opening before() {
        Opening before = new Opening(this::stateBefore);
        if (hasBefore()) {
            before.begin();
        }
        return before;
    }

    private Running stateBefore() {
        return bars.of(bars.code(course.state(Math.max(0, step.number() - 1))), step.number());
    }

    /** Step 01 changes nothing: it only compares paths of the same app. */
    private boolean hasBefore() {
        return step.number() > 1;
    }

    /** Where the time went. */
    public Timings timings() {
        return timings;
    }
}
