package containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer who opens the repository in its container has all that the first step needs there. */
@WithDocker
@Timeout(900)
class DevcontainerIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String IMAGE = "beer-donut-devcontainer-test";

    @TempDir
    static Path folder;

    private static Devcontainer devcontainer;

    @BeforeAll
    static void build() throws IOException {
        devcontainer = Devcontainer.of(Clone.of(REPOSITORY, folder));
        docker(
                "build",
                "--file",
                devcontainer.dockerfile().toString(),
                "--target",
                devcontainer.target(),
                "--tag",
                IMAGE,
                devcontainer.context().toString());
    }

    @AfterAll
    static void remove() {
        docker("image", "rm", IMAGE);
    }

    /**
     * An editor mounts the clone and gives its owner's number to the user; a copy with another owner comes to the same.
     */
    @Test
    void passesTheFirstCheck_withoutANetwork() {
        String script = """
                cp -r /clone /workspaces && chown -R %1$s /workspaces && cd /workspaces
                exec setpriv --reuid %1$s --regid %1$s --init-groups env HOME=/home/%1$s bash -c '%2$s && ./workshop check 01'
                """.formatted(devcontainer.user(), devcontainer.afterwards());

        String said = docker(
                "run",
                "--rm",
                "--network=none",
                "--user=root",
                "--volume=" + folder + ":/clone:ro",
                IMAGE,
                "bash",
                "-euc",
                script);

        assertThat(said).contains("Step 01 is done.");
    }

    private static String docker(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "docker";
        System.arraycopy(words, 0, command, 1, words.length);
        return new Command(folder, Map.of()).say(command).expectSuccess();
    }
}
