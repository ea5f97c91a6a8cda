package coach.course;

import coach.bar.environment.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds a step or a lab by what a person typed. */
final class StepLookup {

    private final List<Step> steps;

    StepLookup(List<Step> steps) {
        this.steps = steps;
    }

    Step find(String text) {
        if (steps.isEmpty()) {
            throw new UserError("There is no step " + text + ": this repository has no folder steps/ with any in it.");
        }
        return steps.stream().filter(step -> isMeant(step, text)).findFirst().orElseThrow(() -> unknown(text));
    }

    private static boolean isMeant(Step step, String text) {
        return text.equals(Integer.toString(step.number()))
                || text.equals(step.twoDigits())
                || text.equals(step.name())
                || text.equals(withoutNumber(step));
    }

    private UserError unknown(String text) {
        return new UserError("There is no step %s. There are:%n%s%nDid you mean %s?"
                .formatted(
                        text,
                        steps.stream().map(step -> "  " + step.name()).collect(Collectors.joining("%n".formatted())),
                        nearest(text).name()));
    }

    private Step nearest(String text) {
        return steps.stream()
                .min(Comparator.comparing(step -> distance(step, text)))
                .orElseThrow();
    }

    private static int distance(Step step, String text) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        if (text.matches("\\d{1,6}")) {
            return Math.abs(Integer.parseInt(text) - step.number());
        }
        return Math.min(distance.apply(step.name(), text), distance.apply(withoutNumber(step), text));
    }

    private static String withoutNumber(Step step) {
        return step.name().substring("00-".length());
    }
}
