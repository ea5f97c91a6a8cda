package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.LabJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppOptionsTest {

    private static final CompiledServices CODE = new CompiledServices(
            "state-12",
            Map.of(),
            List.of(
                    new LabJar(Path.of("no-agent.jar"), Optional.empty()),
                    new LabJar(Path.of("tool.jar"), Optional.of("to=:{otlp-port}"))));

    @Test
    void attachesTheAgentsOfLabs_beforeWhatWasTyped() {
        AppOptions options = new AppOptions(List.of("-Xint"), true);

        assertThat(options.of(CODE, 4318)).containsExactly("-javaagent:tool.jar=to=:4318", "-Xint");
    }

    @Test
    void attachesNothing_unlessItIsAskedFor() {
        assertThat(AppOptions.NONE.of(CODE, 4318)).isEmpty();
    }
}
