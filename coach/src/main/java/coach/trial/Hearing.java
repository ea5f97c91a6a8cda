package coach.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Hears from JUnit how each test went. */
final class Hearing implements TestExecutionListener {

    private final Trial trial;
    private final Consumer<Judged> listener;
    private final List<Judged> judged = new ArrayList<>();
    private long started;

    Hearing(Trial trial, Consumer<Judged> listener) {
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
            Judged one = judged(test, result);
            judged.add(one);
            listener.accept(one);
        }
    }

    private Judged judged(TestIdentifier test, TestExecutionResult result) {
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        String sentence = test.getDisplayName();
        return result.getThrowable()
                .map(failure -> new Judged(sentence, Judged.resultOf(failure), trial.said(), message(failure), took))
                .orElseGet(() -> new Judged(sentence, Judged.Result.PASSED, trial.said(), "", took));
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null
                ? failure.toString()
                : failure.getMessage().strip();
    }

    List<Judged> judged() {
        return List.copyOf(judged);
    }
}
