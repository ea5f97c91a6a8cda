package steps;

import coach.course.Step;
import coach.course.check.StepTestResult;
import coach.course.latency.MeasurementOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** What became of one step's test on one state. */
record StepRun(Step step, List<StepTestResult> results, List<MeasurementOutcome> outcomes) {

    /** All that had a say passed, and something had. */
    boolean passed() {
        return !results.isEmpty() && results.stream().allMatch(one -> one.result() == StepTestResult.Result.PASSED);
    }

    /** The last one that ran: the first that did not pass, where one did not. */
    StepTestResult last() {
        return results.get(results.size() - 1);
    }

    String text() {
        return results.stream()
                .map(one -> "%s: %s (%.1f s) %s %s"
                        .formatted(
                                one.result(),
                                one.sentence(),
                                one.took().toMillis() / 1e3,
                                String.join("; ", one.notes()),
                                one.message()))
                .collect(Collectors.joining("\n  ", "step " + step.name() + ":\n  ", ""));
    }
}
