package coach.latency;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Many numbers drawn at random from Student's t distribution; always the same ones, so made once. */
final class StudentDraws {

    // The rarest look takes a risk of 0.00025 at either end, which is five of these.
    private static final int COUNT = 20_000;
    // Constant, so that the same samples get the same verdict tomorrow.
    private static final long SEED = 11;

    private static final Map<Integer, double[]> BY_DEGREES = new ConcurrentHashMap<>();

    private StudentDraws() {}

    /** A copy, for its caller to change. */
    static double[] of(int degrees) {
        return BY_DEGREES.computeIfAbsent(degrees, StudentDraws::draw).clone();
    }

    private static double[] draw(int degrees) {
        Random random = new Random(SEED);
        double[] draws = new double[COUNT];
        Arrays.setAll(draws, i -> student(degrees, random));
        return draws;
    }

    private static double student(int degrees, Random random) {
        double squares = 0;
        for (int i = 0; i < degrees; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / degrees);
    }
}
