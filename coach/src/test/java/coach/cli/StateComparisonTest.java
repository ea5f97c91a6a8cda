package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateComparisonTest {

    private static final ComparedPath PAIR = ComparedPath.of("pair/beer?name=ipa");

    @Test
    void saysThatItMeasuredAKeptAnswer_whenOnlyRedisWasAsked() {
        BackendCounts cached = new BackendCounts(Map.of(), Map.of("get", 1), 0, 1, 0);

        assertThat(StateComparison.counted("state-11", PAIR, cached))
                .hasSize(2)
                .last()
                .asString()
                .contains("answered from its cache");
    }

    @Test
    void saysNothingOfACache_whenTheDatabaseWasAsked() {
        BackendCounts worked = new BackendCounts(Map.of("select 1", 2), Map.of("get", 1, "set", 1), 4, 2, 0);

        assertThat(StateComparison.counted("state-08", PAIR, worked))
                .containsExactly(
                        "  state-08: 2 database statements, 2 Redis commands, 4 waits for the database and 2 for Redis");
    }

    @Test
    void countsTheWaitsOfTheScoreService_andSaysNothingOfACache() {
        BackendCounts read = new BackendCounts(Map.of(), Map.of("smembers", 1, "mget", 1), 0, 0, 2);

        assertThat(StateComparison.counted("state-11", ComparedPath.of("match?beer=ipa"), read))
                .containsExactly(
                        "  state-11: 0 database statements, 2 Redis commands, 0 waits for the database and 2 for Redis");
    }
}
