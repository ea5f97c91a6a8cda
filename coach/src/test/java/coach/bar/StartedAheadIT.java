package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.shipped.ShippedBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import redis.clients.jedis.RedisClient;

/** A JVM that was started ahead runs a service as a new one would, and only where it has the same settings. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class StartedAheadIT {

    private static final CompiledServices SHIPPED =
            CompiledServices.shipped(Path.of("..").toAbsolutePath().normalize());

    private static final Duration SOON = Duration.ofSeconds(5);

    private static Bar bar;

    @BeforeAll
    static void open() {
        bar = ShippedBar.open(false);
    }

    @AfterAll
    static void close() {
        bar.close();
    }

    @Test
    void runsTheService_withItsOwnLogAndResources() throws IOException {
        long standby = startAhead();

        ManagedProcess app = bar.restart(ServiceProgram.APP, SHIPPED, Map.of());

        assertThat(app.handle().pid()).isEqualTo(standby);
        assertThat(HttpGet.body(bar.appUrl().resolve("/beer/ipa"), SOON))
                .hasValueSatisfying(body -> assertThat(body).contains("\"ipa\""));
        assertThat(HttpGet.body(bar.appUrl().resolve("/"), SOON))
                .hasValueSatisfying(body -> assertThat(body).contains("<html"));
        // The service's logback.xml decides what is logged: without it, Hibernate says thousands of lines.
        assertThat(Files.readAllLines(app.log()))
                .anyMatch(line -> line.contains("INFO  BeerDonutApp - Open at"))
                .noneMatch(line -> line.contains("DEBUG"));
    }

    @Test
    void isLeftAlone_whenTheServiceHasOtherSettings() {
        long standby = startAhead();

        ManagedProcess app = bar.restart(ServiceProgram.APP, SHIPPED, Map.of("PAIRING_TTL", "2"));

        assertThat(app.handle().pid()).isNotEqualTo(standby);
        assertThat(bar.restart(ServiceProgram.APP, SHIPPED, Map.of()).handle().pid())
                .isEqualTo(standby);
    }

    @Test
    void runsTheService_whenItIsWantedBeforeItIsReady() {
        bar.startAhead(ServiceProgram.APP, SHIPPED);
        long standby = startedLast();

        ManagedProcess app = bar.restart(ServiceProgram.APP, SHIPPED, Map.of());

        assertThat(app.handle().pid()).isEqualTo(standby);
    }

    @Test
    void isReplacedByANewOne_whenItHasDied() throws Exception {
        ProcessHandle standby = ProcessHandle.of(startAhead()).orElseThrow();
        standby.destroyForcibly();
        standby.onExit().get();

        ManagedProcess app = bar.restart(ServiceProgram.APP, SHIPPED, Map.of());

        assertThat(app.handle().isAlive()).isTrue();
    }

    @Test
    void leavesNothingOfItsFirstRequests() {
        Set<String> before = keys();

        ManagedProcess app =
                bar.restartWarm(List.of(ServiceProgram.APP), SHIPPED).get(0);

        assertThat(app.log()).content().doesNotContain("INFO");
        assertThat(keys()).isEqualTo(before);
    }

    private static Set<String> keys() {
        try (RedisClient redis = bar.redis().client()) {
            return redis.keys("*");
        }
    }

    /** Returns the number of the process that waits. */
    private static long startAhead() {
        bar.startAhead(ServiceProgram.APP, SHIPPED);
        bar.awaitStartedAhead(ServiceProgram.APP);
        return startedLast();
    }

    /** The bar's own file says which: other bars of this JVM start processes too. */
    private static long startedLast() {
        Path bars = ShippedBar.state(bar).resolve("bars");
        return BarFile.all(bars).get(0).processes().stream()
                .filter(process -> process.name().contains("started ahead"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .pid();
    }
}
