package test;

import coach.course.check.StepContext;
import coach.course.check.TestBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What it costs to see more: measured with a few pairs, to be read and not to be judged. */
final class Cost {

    private static final String PAIR = "/pair/beer?name=saison";
    private static final int WARM_UP = 1;
    private static final int PAIRS = 3;

    private Cost() {}

    static String ofTracingAPair(StepContext context) {
        List<Double> before = new ArrayList<>();
        List<Double> after = new ArrayList<>();
        // In turn, so that whatever else runs on the machine disturbs both alike.
        for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
            before.add(millis(context.before()));
            after.add(millis(context.after()));
        }
        return String.format(
                Locale.ROOT,
                "A pair, the median of %d: %.0f ms in the state before, %.0f ms in this one.",
                PAIRS,
                median(before),
                median(after));
    }

    private static double millis(TestBar bar) {
        long start = System.nanoTime();
        bar.get(PAIR);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(List<Double> millis) {
        return millis.stream()
                .skip(WARM_UP)
                .sorted()
                .skip(PAIRS / 2)
                .findFirst()
                .orElseThrow();
    }
}
