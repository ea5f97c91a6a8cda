package test;

import coach.trial.Running;
import coach.trial.Trial;
import java.util.Locale;
import java.util.stream.IntStream;

/** What it costs to see more: measured with a few pairs, to be read and not to be judged. */
final class Cost {

    private static final String PAIR = "/pair/beer?name=saison";
    private static final int PAIRS = 5;

    private Cost() {}

    static String ofTracingAPair(Trial trial) {
        return String.format(
                Locale.ROOT,
                "A pair, the median of %d: %.0f ms in the state before, %.0f ms in this one.",
                PAIRS,
                median(trial.before()),
                median(trial.after()));
    }

    private static double median(Running bar) {
        bar.get(PAIR);
        return IntStream.range(0, PAIRS)
                .mapToLong(pair -> nanos(bar))
                .sorted()
                .skip(PAIRS / 2)
                .findFirst()
                .orElseThrow() / 1e6;
    }

    private static long nanos(Running bar) {
        long start = System.nanoTime();
        bar.get(PAIR);
        return System.nanoTime() - start;
    }
}
