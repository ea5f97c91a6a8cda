package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as {@code docker compose run --rm coach} runs them, told so by a property. */
class CommandsInContainersTest {

    private static final String COMMAND = "workshop.command";

    @BeforeEach
    void enter() {
        System.setProperty(COMMAND, "docker compose run --rm coach ");
    }

    @AfterEach
    void leave() {
        System.clearProperty(COMMAND);
    }

    @ParameterizedTest
    @CsvSource({
        "up, docker compose up",
        "up --agent, AGENT=on docker compose up",
        "up --at 07, STEP=07 docker compose up",
        "down, docker compose down"
    })
    void sayWhatToType_whereNoBrowserWouldReachTheBar(String words, String typed) {
        StringWriter err = new StringWriter();

        int exitCode = WorkshopCommand.run(new PrintWriter(err), new PrintWriter(err, true), words.split(" "));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("This is a container of its own")
                .containsPattern("Next, on your own machine: " + typed + "\\R$");
    }

    @Test
    void suggestTheAgent_whereNoTraceHasArrived() {
        RunCommand traces = new RunCommand(new TracesCommand(bar -> new KeptTraces()));

        assertThat(traces.with()).isEqualTo(1);

        assertThat(traces.out())
                .contains("run with an agent")
                .contains("each of them after AGENT=on docker compose up\n");
    }
}
