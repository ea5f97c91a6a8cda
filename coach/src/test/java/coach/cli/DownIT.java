package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.BarFile;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void closesTheBarAtAPort_andLeavesTheOthers() throws Exception {
        try (Crashed one = crashedBar(5701);
                Crashed other = crashedBar(5702)) {
            RunningCoach down = new RunningCoach(folder, Map.of(), "down", "--port", "5701");

            assertThat(down.exitCode()).isEqualTo(0);
            assertThat(down.text()).contains("http://localhost:5701").doesNotContain("5702");
            assertThat(one.process().isAlive()).isFalse();
            assertThat(other.process().isAlive()).isTrue();
        }
    }

    @Test
    void saysSo_whenNoBarIsAtThatPort() throws Exception {
        RunningCoach down = new RunningCoach(folder, Map.of(), "down", "--port", "5701");

        assertThat(down.exitCode()).isEqualTo(0);
        assertThat(down.text()).startsWith("No bar is open at port 5701.");
    }

    /** What is left of a bar whose coach has crashed: a process. */
    private record Crashed(Process process) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private Crashed crashedBar(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process left = new ProcessBuilder(java, "-cp", "target/test-classes", Waiting.class.getName()).start();
        URI app = URI.create("http://localhost:" + port);
        BarFile file = BarFile.create(folder.resolve("bars").resolve(Integer.toString(port)), app, app, app);
        Path text = file.folder().resolve("bar.txt");
        // This process is no coach, and should not be ended.
        Files.writeString(
                text, app + " " + app + " " + app + "\n" + BarFile.ProcessEntry.of(left.toHandle(), "app") + "\n");
        return new Crashed(left);
    }

    /** A program that runs until it is ended. */
    static final class Waiting {
        public static void main(String[] args) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    /** The PATH of this process, but a script comes first that goes by Docker's name. */
    private String withDocker(String script) throws IOException {
        Path docker = Files.writeString(folder.resolve("docker"), "#!/bin/sh\n" + script + "\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        return folder + File.pathSeparator + System.getenv("PATH");
    }
}
