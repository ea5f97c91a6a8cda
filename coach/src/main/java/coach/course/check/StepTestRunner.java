package coach.course.check;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of a step with JUnit, in this JVM, and hears how each of them went. */
public final class StepTestRunner {

    private static final LauncherConfig NOTHING_OF_OTHERS = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    private final StepContext trial;
    private final Consumer<StepTestResult> listener;

    /** @param listener hears of each test as soon as it has ended */
    public StepTestRunner(StepContext trial, Consumer<StepTestResult> listener) {
        this.trial = trial;
        this.listener = listener;
    }

    /**
     * Runs them in their order; after one that does not pass, no more.
     *
     * @param testClass such as {@code test.EagerLoadingTest}
     * @return those that had a say
     */
    public List<StepTestResult> run(String testClass) {
        ResultListener hearing = new ResultListener(trial, listener);
        try (LauncherSession session = LauncherFactory.openSession(NOTHING_OF_OTHERS)) {
            session.getStore().put(Namespace.create(StepContextExtension.KEY), StepContextExtension.KEY, trial);
            session.getLauncher().execute(request(testClass), hearing);
        }
        return hearing.judged();
    }

    private static LauncherDiscoveryRequest request(String testClass) {
        Map<String, String> settings = new HashMap<>();
        settings.put("junit.jupiter.execution.timeout.testable.method.default", "3 m");
        settings.put("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD");
        settings.put("junit.jupiter.extensions.autodetection.enabled", "false");
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testClass))
                .configurationParameters(settings)
                .enableImplicitConfigurationParameters(false)
                .build();
    }
}
