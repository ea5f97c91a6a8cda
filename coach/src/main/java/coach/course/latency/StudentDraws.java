package coach.course.latency;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Many numbers drawn at random from Student's t distribution; always the same ones, so made once. */
final class StudentDraws {

    private static final int COUNT = 20_000;
    // Constant, so that the same samples get the same verdict tomorrow.
    private static final long SEED = 11;

    private static final Map<Integer, StudentDraws> BY_DEGREES = new ConcurrentHashMap<>();

    private final double[] sorted = new double[COUNT];

    private StudentDraws(int degrees) {
        Random random = new Random(SEED);
        Arrays.setAll(sorted, i -> student(degrees, random));
        Arrays.sort(sorted);
    }

    static StudentDraws of(int degrees) {
        return BY_DEGREES.computeIfAbsent(degrees, StudentDraws::new);
    }

    private static double student(int degrees, Random random) {
        double squares = 0;
        for (int i = 0; i < degrees; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / degrees);
    }

    /** The share of them that lie below this one. */
    double shareBelow(double number) {
        int found = Arrays.binarySearch(sorted, number);
        return (found < 0 ? -found - 1 : found) / (double) COUNT;
    }
}
