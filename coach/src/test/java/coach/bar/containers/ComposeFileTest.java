package coach.bar.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.containers.ComposeFile.Service;
import coach.bar.environment.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private final ComposeFile file = ComposeFile.parse("""
            {"name": "bar", "services": {
              "redis": {"image": "redis:1", "mem_limit": "64", "user": "redis", "command": ["redis-server", "--save", ""]},
              "app": {"build": {"context": "."}, "mem_limit": "384", "command": null}}}""");

    @Test
    void readsHowAServiceIsRun() {
        Service redis = file.service("redis");

        assertThat(redis).isEqualTo(new Service("redis:1", "64", "redis", List.of("redis-server", "--save", "")));
    }

    @Test
    void namesAnImageAsDockerDoes_whenItIsBuilt() {
        Service app = file.service("app");

        assertThat(app).isEqualTo(new Service("bar-app", "384", "", List.of()));
    }

    @Test
    void saysWhichServiceIsMissing() {
        assertThatThrownBy(() -> file.service("wine"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'wine'");
    }
}
