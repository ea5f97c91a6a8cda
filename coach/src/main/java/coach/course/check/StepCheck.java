package coach.course.check;

import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import java.time.Instant;
import java.util.function.Consumer;
import traces.terminal.Screen;

/** Runs one step's test against some code, beside the official state before that step. */
public final class StepCheck implements AutoCloseable {

    private final Course course;
    private final BarFactory factory;
    private final CheckBars bars;
    private final Step step;
    private final boolean byHand;
    private final Screen screen;
    private final CheckTimings timings;
    private CheckBars.Session session;
    private volatile StepContext context;

    /**
     * @param factory compiles the code
     * @param byHand true for the step's first half
     * @param screen where traces are drawn
     * @param begun when somebody began to wait for it
     */
    public StepCheck(
            Course course,
            BarFactory factory,
            CheckBars bars,
            Step step,
            boolean byHand,
            Screen screen,
            Instant begun) {
        this.course = course;
        this.factory = factory;
        this.bars = bars;
        this.step = step;
        this.byHand = byHand;
        this.screen = screen;
        this.timings = new CheckTimings(begun);
        timings.lap("starting the tool");
    }

    /** Checks an official state. */
    public CheckResult ofState(State state, int number, Consumer<StepTestResult> listener) {
        return run(factory.code(state), state, number, listener);
    }

    /**
     * Checks a learner's code.
     *
     * @param reached the number of the state that it has reached
     * @throws CompilationError with javac's messages
     */
    public CheckResult ofWorkspace(State workspace, int reached, Consumer<StepTestResult> listener)
            throws CompilationError {
        return run(factory.codeOfALearner(workspace), workspace, Math.max(reached, step.number()), listener);
    }

    private CheckResult run(CompiledServices code, State state, int number, Consumer<StepTestResult> listener) {
        timings.lap("compiling");
        session = bars.open(code, step, Math.max(step.number(), number), this::codeBefore);
        timings.lap("opening the bar");
        context = new StepContext(number, byHand, session.after(), this::before, state.files(), StepContext.Care.CHECK);
        context.showOn(screen);
        StepTestRunner runner = new StepTestRunner(context, listener.andThen(result -> timings.lap(result.sentence())));
        return new CheckResult(runner.run(step.testClass()), context.skipped());
    }

    /** Counts come first: until they hold, nobody asks for the state before, and it is not opened. */
    private TestBar before() {
        TestBar before = session.before();
        timings.lap("opening the state before");
        return before;
    }

    private CompiledServices codeBefore() {
        return factory.code(course.before(step));
    }

    /** Ends the check after the test that runs now: nobody waits for it any more. */
    public void cancel() {
        StepContext running = context;
        if (running != null) {
            running.fail();
        }
    }

    /** Closes the bars of the check, if it came to open any. */
    @Override
    public void close() {
        if (session != null) {
            session.close();
            timings.lap("closing the bars");
        }
    }

    /** Gives a line for each part of the check, with the time that it took. */
    public String timings() {
        return timings.text();
    }
}
