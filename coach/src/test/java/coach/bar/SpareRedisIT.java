package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** Finds room in a Redis that others use too. */
class SpareRedisIT {

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private EmbeddedRedis theirs;

    @BeforeEach
    void keepSomethingOfOthers() {
        theirs = new EmbeddedRedis(folder, folder.resolve("redis.log"), (part, line) -> {});
        theirs.start();
        put(0);
        put(1);
    }

    @AfterEach
    void close() {
        theirs.close();
    }

    @Test
    void givesEachBarAnEmptyDatabase_andLeavesThoseOfOthers() {
        SpareRedis spare = spare(false);

        String first = spare.claim().orElseThrow();
        String second = spare.claim().orElseThrow();

        assertThat(first).endsWith("/2");
        assertThat(second).endsWith("/3");
        assertThat(said)
                .hasSize(2)
                .first()
                .asString()
                .contains("database 2 of the one at localhost:"
                        + theirs.redis().address().getPort());
        put(3);
        SpareRedis.release(Redis.at(second));
        assertThat(IntStream.rangeClosed(0, 3).mapToLong(this::size)).containsExactly(1L, 1L, 1L, 0L);
    }

    @Test
    void isNotUsed_whereABarCanBringItsOwn() {
        assertThat(spare(true).claim()).isEmpty();
        assertThat(new SpareRedis(Optional.empty(), () -> false, said::add).claim())
                .isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void saysSo_whenNoDatabaseIsEmpty() {
        IntStream.rangeClosed(2, 15).forEach(this::put);

        assertThatThrownBy(spare(false)::claim)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has no empty database from 1 to 15 for a check")
                .hasMessageContaining("/15 FLUSHDB");
    }

    private SpareRedis spare(boolean ownRuns) {
        return new SpareRedis(Optional.of(theirs.redis().url()), () -> ownRuns, said::add);
    }

    private void put(int database) {
        try (RedisClient client = theirs.redis().database(database).client()) {
            client.set("theirs", "kept");
        }
    }

    private long size(int database) {
        try (RedisClient client = theirs.redis().database(database).client()) {
            return client.dbSize();
        }
    }
}
