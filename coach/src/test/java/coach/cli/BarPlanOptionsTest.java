package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.AppOptions;
import coach.bar.BarPlan;
import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.LabJar;
import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class BarPlanOptionsTest {

    private static final CompiledServices WITHOUT_LAB = new CompiledServices("shipped", Map.of());
    private static final CompiledServices WITH_LAB = new CompiledServices(
            "workspace", Map.of(), List.of(new LabJar(Path.of("tool.jar"), Optional.of("to={otlp-port}"))));

    @Command
    private static final class Opening {

        @Mixin
        private BarPlanOptions options;
    }

    private static BarPlan plan(CompiledServices code, String... args) {
        Opening opening = new Opening();
        new CommandLine(opening).parseArgs(args);
        return opening.options.plan(code);
    }

    @Test
    void tracesBothServices_whenTheAgentIsAskedFor() {
        assertThat(plan(WITHOUT_LAB, "--agent").traced()).isTrue();
    }

    @Test
    void tracesNothing_whenNeitherTheCodeNorTheUserAsksForIt() {
        assertThat(plan(WITHOUT_LAB).traced()).isFalse();
    }

    @Test
    void givesTheAppTheOptionsThatWereTyped() {
        BarPlan plan = plan(WITHOUT_LAB, "--jvm-option=-Da=b,c", "--jvm-option=-Xint");

        assertThat(plan.appOptions()).isEqualTo(new AppOptions(List.of("-Da=b,c", "-Xint"), false));
    }

    @Test
    void takesTheLabsAgent_whenItIsAskedFor() {
        BarPlan plan = plan(WITH_LAB, "--own-tracer", "--otlp-port=7303");

        assertThat(plan.appOptions().ownTracer()).isTrue();
        assertThat(plan.code().labAgents(7303)).containsExactly("-javaagent:tool.jar=to=7303");
    }

    @Test
    void saysHowToGetATracer_whenTheCodeHasNone() {
        assertThatThrownBy(() -> plan(WITHOUT_LAB, "--own-tracer"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no tracer of yours in shipped")
                .hasMessageContaining("start 12");
    }
}
