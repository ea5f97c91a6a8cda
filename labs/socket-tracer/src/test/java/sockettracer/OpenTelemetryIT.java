package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Shop;

/** Attaches the OpenTelemetry javaagent as well, whose work loads and changes the same classes. */
class OpenTelemetryIT {

    /** The other one first is where hooks can get lost; {@code -Dthorough=true} tries both. */
    static List<Boolean> orders() {
        return Boolean.getBoolean("thorough") ? List.of(true, false) : List.of(true);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void seesTheSame_besideTheOpenTelemetryAgent(boolean otherFirst) throws Exception {
        String other =
                "-javaagent:" + Files.readString(Path.of("target", "javaagent")).strip();
        String own = TracedProgram.agent("sections=main");
        try (Backends backends = new Backends()) {
            TracedProgram.Ended shop = new TracedProgram(Jdk.newest().get(0))
                    .withoutAgent()
                    .jvmOptions(otherFirst ? List.of(other, own) : List.of(own, other))
                    .jvmOptions(List.of(
                            "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"))
                    .run(Shop.class, backends.redis.port());

            assertThat(shop.exitCode()).isZero();
            assertThat(shop.output()).contains("* Asked twice, same answer: 3 times GET donut:1");
            assertThat(shop.output()).doesNotContain("socket-tracer:");
        }
    }
}
