package steps;

import coach.course.Step;
import coach.course.check.StepTestResult;
import coach.course.latency.MeasurementOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** The results of one step's test on one state. */
record StepRun(Step step, List<StepTestResult> results, List<MeasurementOutcome> outcomes) {

    /** Says whether tests ran, and all of them passed. */
    boolean passed() {
        return !results.isEmpty() && results.stream().allMatch(one -> one.result() == StepTestResult.Result.PASSED);
    }

    /** Gives the result of the last test that ran: if one did not pass, it is that one. */
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
