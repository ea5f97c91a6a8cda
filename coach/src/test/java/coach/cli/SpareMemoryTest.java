package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpareMemoryTest {

    @Test
    void isEnough_fromFourGigabytesOn() {
        assertThat(SpareMemory.reasonAgainst(Map.of(), 4_000_000_000L)).isEmpty();
        assertThat(SpareMemory.reasonAgainst(Map.of(), 2_100_000_000L))
                .hasValue("2.1 GB of memory are free, and 4.0 GB are wanted.");
    }

    @Test
    void isNotUsed_whereEachJvmWouldListenForADebugger() {
        String listen = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005";

        assertThat(SpareMemory.reasonAgainst(Map.of("JDK_JAVA_OPTIONS", listen), Long.MAX_VALUE))
                .hasValueSatisfying(reason -> assertThat(reason).contains("debugger"));
        assertThat(SpareMemory.reasonAgainst(Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"), Long.MAX_VALUE))
                .isEmpty();
    }
}
