package coach.bar.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContainerCommandTest {

    private final ContainerCommand container = new ContainerCommand("app-1");

    @Test
    void publishesForThisMachineAlone() {
        container.publish(39001, 5000);

        assertThat(container.run("app", List.of())).containsSequence("--publish", "127.0.0.1:39001:5000");
    }

    @Test
    void mountsWhatItMayNotChange() {
        container.mount("/home/ada/classes", "/bar/classes");

        assertThat(container.run("app", List.of()))
                .contains("type=bind,readonly,source=/home/ada/classes,target=/bar/classes");
    }

    @Test
    void endsWithTheImageAndItsCommand() {
        container.environment(Map.of("PORT", "5000"));

        assertThat(container.run("app", List.of("java", "-version")))
                .startsWith("run", "--rm", "--name", "app-1")
                .endsWith("--env", "PORT=5000", "app", "java", "-version");
    }
}
