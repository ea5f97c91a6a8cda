package steps;

import coach.bar.Distance;
import coach.bar.compiler.CompiledServices;
import coach.bar.wire.RoundTrip;
import coach.bar.wire.Wire;
import coach.course.check.BackendCounts;
import coach.course.check.BarFactory;
import coach.course.check.TestBar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Adds up the time of a pair in the state of step 06, as step 07 asks for, and compares the sum with what a pair takes:
 * {@code mvn verify -Pbench -Dit.test=RoundTripSumBench}.
 */
class RoundTripSumBench {

    private static final String PAIR = "/pair/beer?name=ipa";
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 6;
    private static final int REQUESTS_IN_A_ROUND = 5;
    private static final double NEAR = 0.15;

    @Test
    void addsUpTheRoundTripsOfAPair() {
        try (Proof proof = new Proof()) {
            BarFactory bars =
                    new BarFactory(Proof.REPOSITORY, Path.of("target", "bench").toAbsolutePath());
            CompiledServices code = bars.code(proof.course.state(6)).untraced();
            try (TestBar bar = bars.of(code, 6).open()) {
                System.out.println(sum(bar));
            }
        }
    }

    private static String sum(TestBar bar) {
        Wire wire = bar.bar().wires().appToDatabase();
        wire.roundTrip(Duration.ZERO);
        millis(bar, WARM_UP);
        BackendCounts counts = bar.count(() -> bar.get(PAIR));

        List<Double> near = new ArrayList<>();
        List<Double> far = new ArrayList<>();
        // In turns, so that what else runs on this machine slows down both.
        for (int round = 0; round < ROUNDS; round++) {
            wire.roundTrip(Duration.ZERO);
            near.addAll(millis(bar, REQUESTS_IN_A_ROUND));
            wire.roundTrip(Distance.DEFAULT.database());
            far.addAll(millis(bar, REQUESTS_IN_A_ROUND));
        }
        double roundTrip = RoundTrip.measure(Distance.DEFAULT.database()).toNanos() / 1e6;
        return inWords(counts, roundTrip, median(near), median(far));
    }

    private static String inWords(BackendCounts counts, double roundTrip, double near, double p50) {
        double ways = counts.databaseFlights() * roundTrip;
        double off = (ways + near) / p50 - 1;
        return String.format(
                Locale.ROOT,
                """
                GET %s: %d statements, %d flights to the database and back.
                  the ways:                   %d × %.2f ms = %.0f ms
                  the statements themselves:  %.0f ms with the database 0 ms away, %.2f ms each
                  the sum:                    %.0f ms
                  measured, p50:              %.0f ms
                The sum is %.0f %% off, %s.""",
                PAIR,
                counts.statementCount(),
                counts.databaseFlights(),
                counts.databaseFlights(),
                roundTrip,
                ways,
                near,
                near / counts.statementCount(),
                ways + near,
                p50,
                100 * off,
                Math.abs(off) <= NEAR ? "which is within 15 %" : "which is MORE than 15 %");
    }

    private static List<Double> millis(TestBar bar, int requests) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            bar.get(PAIR);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
