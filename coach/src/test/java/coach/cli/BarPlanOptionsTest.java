package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.BarPlan;
import coach.bar.compiler.CompiledServices;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BarPlanOptionsTest {

    private static final CompiledServices SHIPPED = CompiledServices.shipped(Path.of(".."));

    @CommandLine.Command
    private static final class Opening {

        @CommandLine.Mixin
        private final BarPlanOptions options = new BarPlanOptions();
    }

    @Test
    void tracesBothServices_whenTheAgentIsAskedFor() {
        assertThat(plan("--agent").traced()).isTrue();
    }

    @Test
    void tracesNothing_whenNeitherTheCodeNorTheUserAsksForIt() {
        assertThat(plan().traced()).isFalse();
    }

    private static BarPlan plan(String... words) {
        Opening command = new Opening();
        new CommandLine(command).parseArgs(words);
        return command.options.plan(SHIPPED);
    }
}
