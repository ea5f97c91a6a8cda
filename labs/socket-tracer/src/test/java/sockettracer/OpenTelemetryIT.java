package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Shop;

/** Attaches the OpenTelemetry javaagent as well, whose work loads and changes the same classes. */
class OpenTelemetryIT {

    /** The other one first, on JDK 25, is where hooks can get lost; {@code -Dthorough=true} tries all. */
    static List<Arguments> orders() {
        if (!Boolean.getBoolean("thorough")) {
            return List.of(Arguments.of(Jdk.newest().get(0), true));
        }
        return Jdk.all().stream()
                .flatMap(jdk -> Stream.of(Arguments.of(jdk, true), Arguments.of(jdk, false)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void seesTheSame_besideTheOpenTelemetryAgent(Jdk jdk, boolean otherFirst) throws Exception {
        String other =
                "-javaagent:" + Files.readString(Path.of("target", "javaagent")).strip();
        String own = TracedProgram.agent("sections=main");
        try (Backends backends = new Backends()) {
            TracedProgram.Ended shop = new TracedProgram(jdk)
                    .withoutAgent()
                    .jvmOptions(otherFirst ? List.of(other, own) : List.of(own, other))
                    .jvmOptions(List.of(
                            "-Dotel.traces.exporter=none", "-Dotel.metrics.exporter=none", "-Dotel.logs.exporter=none"))
                    .run(Shop.class, backends.redis.port());

            assertThat(shop.exitCode()).isZero();
            assertThat(shop.output()).contains("* Asked twice, same answer: 5 times GET donut:1");
            assertThat(shop.output()).doesNotContain("socket-tracer:");
        }
    }
}
