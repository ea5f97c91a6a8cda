package steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Opens a bar with a learner's own tracer, and beside it with the OpenTelemetry javaagent, and reads its traces as a learner does. */
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class OwnTracerIT {

    /** As much of the section's name as fits into a narrow list. */
    private static final String ROOT = "beerdonut.menu.Menu";

    private static final Pattern APP = Pattern.compile("beer-donut-app +(http://localhost:(\\d+))");

    @TempDir
    Path folder;

    private static void ask(Terminal terminal, String donut) throws Exception {
        Matcher app = APP.matcher(terminal.await("beer-donut-app  http", 0).text());
        assertThat(app.find()).isTrue();
        int before = terminal.linesOfUp();
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(app.group(1) + "/donut/" + donut))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        terminal.await("letters came", before);
    }

    @Test
    void sendsTraces_thatAreDrawnAndComparedAsAnyOther() throws Exception {
        try (Terminal terminal = new Terminal(folder)) {
            terminal.up("--own-tracer", "--at", "12-by-hand");
            ask(terminal, "matcha");
            ask(terminal, "smores");

            Terminal.Result last = terminal.run("trace", "last", "--all");
            assertThat(last.exitCode()).as(last.text()).isZero();
            assertThat(last.text()).contains(ROOT, "SELECT").doesNotContain("Is the other side traced");
            Terminal.Result compared = terminal.run("compare-traces", "last~1", "last");
            assertThat(compared.exitCode()).as(compared.text()).isZero();
            assertThat(compared.text()).contains(ROOT);
        }
    }

    @Test
    void runsBesideTheOpenTelemetryAgent() throws Exception {
        try (Terminal terminal = new Terminal(folder)) {
            terminal.up("--own-tracer", "--agent", "--at", "12-by-hand");
            ask(terminal, "matcha");
            ask(terminal, "smores");

            terminal.await("* Asked twice, same answer: 2 times select", 0);
            Terminal.Result traces = terminal.run("traces");
            assertThat(traces.text()).contains(ROOT, "GET /donut/{name}");
        }
    }
}
