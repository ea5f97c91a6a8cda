package coach.course.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Hears from JUnit how each test went. */
final class ResultListener implements TestExecutionListener {

    private final StepContext trial;
    private final Consumer<StepTestResult> listener;
    private final List<StepTestResult> judged = new ArrayList<>();
    private long started;

    ResultListener(StepContext trial, Consumer<StepTestResult> listener) {
        this.trial = trial;
        this.listener = listener;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started = System.nanoTime();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        // A container speaks only when it could not even begin, such as for a class that is missing.
        if (test.isTest() || result.getThrowable().isPresent()) {
            StepTestResult one = judged(test, result);
            judged.add(one);
            listener.accept(one);
        }
    }

    private StepTestResult judged(TestIdentifier test, TestExecutionResult result) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        String sentence = test.getDisplayName();
        return result.getThrowable()
                .map(failure -> new StepTestResult(
                        sentence, StepTestResult.resultOf(failure), trial.said(), message(failure), took))
                .orElseGet(() -> new StepTestResult(sentence, StepTestResult.Result.PASSED, trial.said(), "", took));
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().strip();
    }

    List<StepTestResult> judged() {
        return List.copyOf(judged);
    }
}
