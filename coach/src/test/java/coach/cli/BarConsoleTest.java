package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class BarConsoleTest {

    private final StringWriter out = new StringWriter();
    private final BarConsole console = new BarConsole(new PrintWriter(out), false);

    @Test
    void leavesOutWhatRedisAdvisesTheOwnerOfAServer() {
        console.onLine(
                "redis", "1:M 26 Nov 2026 17:00:00.000 # WARNING Memory overcommit must be enabled! Without it, …");
        console.onLine("redis", "1:M 26 Nov 2026 17:00:00.000 # Warning: Could not create server TCP listening socket");
        console.onLine("redis", "1:M 26 Nov 2026 17:00:00.000 * Ready to accept connections");

        assertThat(out.toString().lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("overcommit"))
                .allMatch(line -> line.startsWith("redis "));
    }

    @Test
    void showsTheWarningsOfTheServices() {
        console.onLine("beer-donut-app", "17:00:00.000 # WARNING of the app's own");

        assertThat(out.toString()).contains("of the app's own");
    }
}
