package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class DownIT {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script is no program there")
    void doesNotWaitForADockerThatHangs() throws Exception {
        RunningCoach down = new RunningCoach(folder, Map.of("PATH", withDocker("exec sleep 600")), "down");

        assertThat(down.exitCode()).isEqualTo(0);
        assertThat(down.text()).startsWith("No bar is open.").endsWith("workshop up");
    }

    /** The PATH of this process, but a script comes first that goes by Docker's name. */
    private String withDocker(String script) throws IOException {
        Path docker = Files.writeString(folder.resolve("docker"), "#!/bin/sh\n" + script + "\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        return folder + File.pathSeparator + System.getenv("PATH");
    }
}
