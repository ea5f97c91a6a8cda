package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.HardWays;
import sockettracer.program.LongAnswers;

/** Compares what becomes of a program that uses its sockets in every odd way, with the tracer and without it. */
class HardWaysIT {

    private static final int EXIT_CODE = 3;
    private static final String SAYS_NO_SECTIONS =
            "socket-tracer: notes calls only in sections, which are Tracer.section(...) or @Traced in the code, or named here:"
                    + " -javaagent:socket-tracer.jar=sections=com.example.Menu.donut, or =sections=main for all.%n%s";

    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#all")
    void goAsWithoutTheTracer_andEachByteIsNoted(Jdk jdk) throws Exception {
        try (Echo echo = new Echo();
                CountingRelay relay = new CountingRelay(echo.port())) {
            TracedProgram.Ended without = new TracedProgram(jdk).withoutAgent().run(HardWays.class, echo.port());

            TracedProgram.Ended with =
                    new TracedProgram(jdk).options("report=off").run(HardWays.class, relay.port());

            assertThat(without.exitCode()).isEqualTo(EXIT_CODE);
            assertThat(with.exitCode()).isEqualTo(EXIT_CODE);
            assertThat(with.output()).isEqualTo(SAYS_NO_SECTIONS.formatted(without.output()));
            assertThat(with.sections())
                    .extracting(section -> section.get("section").asText())
                    .hasSize(10)
                    .endsWith("exit");
            relay.awaitEnds();
            assertThat(sum(with.sections(), "out")).isEqualTo(relay.toServer());
            assertThat(sum(with.sections(), "in")).isEqualTo(relay.toClient());
        }
    }

    /** All of what it exchanges would be more than twice its heap. */
    @Test
    void runsOn_whereNotAllOfItsPayloadsFitIntoMemory() throws Exception {
        try (Echo echo = new Echo()) {
            TracedProgram.Ended ended =
                    new TracedProgram(Jdk.CURRENT).jvmOptions("-Xmx32m").run(LongAnswers.class, echo.port());

            assertThat(ended.exitCode()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("It runs.").contains("only the beginning was kept");
            assertThat(sum(ended.sections(), "in")).isEqualTo((long) LongAnswers.CALLS * LongAnswers.BYTES);
        }
    }

    private static long sum(List<JsonNode> sections, String bytes) {
        return sections.stream()
                .flatMap(section -> section.get("calls").findValues(bytes).stream())
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
