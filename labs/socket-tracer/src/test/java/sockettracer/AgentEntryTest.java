package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentEntryTest {

    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "11", "16"})
    void saysThatTheJdkIsTooOld(String version) {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            AgentEntry.start(version, null, null);
        } finally {
            System.setErr(before);
        }

        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("socket-tracer: this is Java " + version
                        + ", and it needs 17 or newer. The program runs on, untraced.");
    }

    @Test
    void canBeLoadedByOldJdks() throws Exception {
        try (DataInputStream file = new DataInputStream(AgentEntry.class.getResourceAsStream("AgentEntry.class"))) {
            file.skipNBytes(6);
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8);
        }
    }
}
