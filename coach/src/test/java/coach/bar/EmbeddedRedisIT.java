package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts Redis on systems where some of the embedded binaries do not run. */
class EmbeddedRedisIT {

    /** A program that starts, like one whose libraries are missing, and ends at once. */
    private static final RedisBinary BROKEN =
            new RedisBinary("a broken one", () -> Path.of(System.getProperty("java.home"), "bin", "java"));

    private static final RedisBinary MISSING = new RedisBinary("a missing one", () -> Path.of("no", "such", "redis"));

    @TempDir
    private Path folder;

    @Test
    void runsTheNextBinary_whenOneDoesNotRunHere() {
        List<RedisBinary> binaries = new ArrayList<>(List.of(BROKEN, MISSING));
        binaries.addAll(RedisBinary.all(folder));

        try (EmbeddedRedis redis = redis(binaries)) {
            redis.start();

            assertThat(redis.redis().error()).isEmpty();
        }
    }

    @Test
    void saysWhatItTriedAndWhatToDo_whenNoneRuns() {
        try (EmbeddedRedis redis = redis(List.of(BROKEN, MISSING))) {
            assertThatThrownBy(redis::start)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("No Redis runs on this system.")
                    .hasMessageContaining("a broken one: redis ended with exit code 1 before it was ready.")
                    .hasMessageContaining("a missing one: Could not start redis")
                    .hasMessageContaining("REDIS_URL=redis://localhost:6379");
        }
    }

    @Test
    void unpacksNothing_whenItIsClosedBeforeItStarts() {
        EmbeddedRedis redis = redis(RedisBinary.all(folder.resolve("unpacked")));
        redis.close();

        assertThatThrownBy(redis::start)
                .isInstanceOf(UserError.class)
                .hasMessage("Redis was stopped while it started.");
        assertThat(folder.resolve("unpacked")).doesNotExist();
    }

    @Test
    void hasTheSystemsOwnAsItsLastResort() {
        assertThat(RedisBinary.all(folder)).hasSizeGreaterThan(1);
        assertThat(RedisBinary.all(folder)).last().extracting(RedisBinary::name).isEqualTo("redis-server on the PATH");
    }

    private EmbeddedRedis redis(List<RedisBinary> binaries) {
        return new EmbeddedRedis(binaries, folder.resolve("redis.log"), (part, line) -> {});
    }
}
