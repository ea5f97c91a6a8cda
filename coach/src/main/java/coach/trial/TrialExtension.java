package coach.trial;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives the tests of a step the trial they belong to, and leaves out those that have no say in it. */
public final class TrialExtension implements ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler {

    static final String KEY = "trial";

    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("has a say");

    private static Trial trial(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(KEY))
                .get(KEY, Trial.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Trial.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return trial(context);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Trial trial = trial(context);
        if (trial == null) {
            return ConditionEvaluationResult.disabled("nothing is on trial");
        }
        Optional<AnnotatedElement> element = context.getElement();
        if (hasEnded(element, trial)) {
            return ConditionEvaluationResult.disabled("held until an earlier step");
        }
        if (context.getTestMethod().isEmpty()) {
            return RUNS;
        }
        if (AnnotationSupport.isAnnotated(element, ByHand.class) != trial.byHand()) {
            return ConditionEvaluationResult.disabled("belongs to the other half of the step");
        }
        return trial.hasFailed() ? ConditionEvaluationResult.disabled("not run") : RUNS;
    }

    private static boolean hasEnded(Optional<AnnotatedElement> element, Trial trial) {
        return AnnotationSupport.findAnnotation(element, HoldsUntil.class)
                .filter(holds -> trial.state() >= holds.value())
                .isPresent();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        trial(context).fail();
        throw failure;
    }
}
