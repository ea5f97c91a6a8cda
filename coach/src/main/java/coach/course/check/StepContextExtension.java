package coach.course.check;

import coach.course.Step;
import coach.course.check.SkippedTest.Reason;
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

/** Gives a step's tests their {@link StepContext}, and skips the tests that do not apply to the state under test. */
final class StepContextExtension implements ParameterResolver, ExecutionCondition, TestExecutionExceptionHandler {

    static final String KEY = "step context";

    private static final ConditionEvaluationResult RUNS = ConditionEvaluationResult.enabled("is about this state");

    private static StepContext stepContext(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create(KEY))
                .get(KEY, StepContext.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StepContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stepContext(context);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        StepContext step = stepContext(context);
        if (step == null) {
            return ConditionEvaluationResult.disabled("no step is checked");
        }
        if (context.getTestMethod().isEmpty()) {
            return RUNS;
        }
        Optional<SkippedTest> skipped = skipped(context, step);
        skipped.ifPresent(step::skip);
        return skipped.map(test -> ConditionEvaluationResult.disabled(test.why()))
                .orElse(RUNS);
    }

    private static Optional<SkippedTest> skipped(ExtensionContext context, StepContext step) {
        String sentence = context.getDisplayName();
        Optional<AnnotatedElement> element = context.getElement();
        boolean ofOneHalf = !AnnotationSupport.isAnnotated(element, BothHalves.class);
        if (ofOneHalf && AnnotationSupport.isAnnotated(element, ByHand.class) != step.byHand()) {
            String why = "is about the half that is checked " + (step.byHand() ? "without" : "with") + " --by-hand";
            return Optional.of(new SkippedTest(sentence, Reason.OTHER_HALF, why));
        }
        Optional<Integer> ended = AnnotationSupport.findAnnotation(element, HoldsUntil.class)
                .map(HoldsUntil::value)
                .filter(until -> step.state() >= until);
        if (ended.isPresent()) {
            String why = "holds up to step %s; this code is at step %s"
                    .formatted(Step.twoDigits(ended.get() - 1), Step.twoDigits(step.state()));
            return Optional.of(new SkippedTest(sentence, Reason.NO_LONGER_HOLDS, why));
        }
        return step.hasFailed()
                ? Optional.of(new SkippedTest(sentence, Reason.EARLIER_FAILURE, "a test before it did not pass"))
                : Optional.empty();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        stepContext(context).fail();
        throw failure;
    }
}
