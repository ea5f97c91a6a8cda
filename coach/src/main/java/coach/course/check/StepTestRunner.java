package coach.course.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import coach.course.check.StepTestResult.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a step with JUnit, in this JVM, and collects their results. */
public final class StepTestRunner {

    /** Without the listeners and filters that other libraries on the class path may register. */
    private static final LauncherConfig OURS_ALONE = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final StepContext context;
    private final Duration patience;
    private final Consumer<StepTestResult> listener;

    /** @param listener gets each result as soon as its test has ended */
    public StepTestRunner(StepContext context, Consumer<StepTestResult> listener) {
        this(context, PATIENCE, listener);
    }

    /** @param patience the longest that one test may take, in whole seconds */
    StepTestRunner(StepContext context, Duration patience, Consumer<StepTestResult> listener) {
        this.context = context;
        this.patience = patience;
        this.listener = listener;
    }

    /**
     * Runs the tests in their order, and stops after the first that does not pass.
     *
     * @param testClass such as {@code test.EagerLoadingTest}
     * @return the results of the tests that ran
     */
    public List<StepTestResult> run(String testClass) {
        Results results = new Results();
        try (LauncherSession session = LauncherFactory.openSession(OURS_ALONE)) {
            session.getStore().put(Namespace.create(StepContextExtension.KEY), StepContextExtension.KEY, context);
            session.getLauncher().execute(request(testClass), results);
        }
        return List.copyOf(results.all);
    }

    private LauncherDiscoveryRequest request(String testClass) {
        Map<String, String> settings = new HashMap<>();
        settings.put("junit.jupiter.execution.timeout.testable.method.default", Long.toString(patience.toSeconds()));
        settings.put("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");
        settings.put("junit.jupiter.extensions.autodetection.enabled", "false");
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .configurationParameters(settings)
                .enableImplicitConfigurationParameters(false)
                .build();
    }

    /** Makes a result of what JUnit reports. */
    private final class Results implements TestExecutionListener {

        private final List<StepTestResult> all = new ArrayList<>();
        private long started;

        @Override
        public void executionStarted(TestIdentifier test) {
            started = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult end) {
            // A container has a failure of its own only when it could not begin, such as for a class that is missing.
            if (test.isTest() || end.getThrowable().isPresent()) {
                StepTestResult result = result(test, end);
                all.add(result);
                listener.accept(result);
            }
        }

        private StepTestResult result(TestIdentifier test, TestExecutionResult end) {
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new StepTestResult(
                    test.getDisplayName(),
                    end.getThrowable().map(StepTestResult::resultOf).orElse(Result.PASSED),
                    context.takeNotes(),
                    end.getThrowable().map(this::message).orElse(""),
                    took);
        }

        private String message(Throwable failure) {
            if (failure instanceof TimeoutException) {
                return """
                        It did not end within %s s. Either this machine is too busy just now, or the code under test hangs.""".formatted(patience.toSeconds());
            }
            return failure.getMessage() == null
                    ? failure.toString()
                    : failure.getMessage().strip();
        }
    }
}
