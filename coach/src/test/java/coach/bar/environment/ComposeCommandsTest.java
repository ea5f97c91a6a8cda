package coach.bar.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeCommandsTest {

    @ParameterizedTest
    @CsvSource({
        "up,                    docker compose up",
        "up --port 5002,        docker compose up",
        "up --at 07,            STEP=07 docker compose up",
        "up --agent,            AGENT=on docker compose up",
        "down,                  docker compose down",
        "restart,               docker compose up --detach"
    })
    void opensAndClosesTheBar(String words, String typed) {
        assertThat(ComposeCommands.command(words)).hasValue(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check 07", "traces", "upper", "start"})
    void leavesTheRestToTheCoach(String words) {
        assertThat(ComposeCommands.command(words)).isEmpty();
    }
}
