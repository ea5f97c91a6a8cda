package coach.course.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Measures two identical bars against each other: {@code mvn verify -Pbench -Dit.test=LatencyBench}.
 *
 * <p>Writes what it measured to a file in {@code target}; copied to {@code src/test/resources/latency}, it is what the
 * method is tested on.
 */
class LatencyBench {

    private static final int STARTS = 6;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 30;
    private static final List<String> PATHS = List.of("/beer/ipa", "/pair/beer?name=ipa");
    private static final Path FILE = Path.of("target", "latency", "identical-bars.csv");

    @Test
    void comparesTwoIdenticalBars() throws IOException, InterruptedException {
        Recording recording = new Recording();
        for (int number = 1; number <= STARTS; number++) {
            record(number, recording);
        }
        recording.write(FILE);
        recording.paths().forEach(path -> print(path, recording.of(path)));
    }

    private static void record(int number, Recording recording) throws IOException, InterruptedException {
        try (TwoBars bars = TwoBars.open()) {
            for (String path : PATHS) {
                InterleavedSampler turns = bars.turns(path);
                turns.ask(WARM_UP, new JvmRun());
                turns.ask(ROUNDS, recording.start(path, number));
            }
        }
    }

    private static void print(String path, List<JvmRun> starts) {
        for (Claim claim : List.of(Claim.noSlower(), Claim.atMost(0.9))) {
            LatencyRatio seen = LatencyRatio.of(starts, claim.risk());
            System.out.printf("two identical bars, %s: %s: %s%n", path, claim.sentence(seen), claim.verdict(seen));
        }
    }
}
