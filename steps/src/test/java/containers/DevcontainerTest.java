package containers;

import static org.assertj.core.api.Assertions.assertThat;

import coach.cli.BarPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** devcontainer.json names files and commands that exist. */
class DevcontainerTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Devcontainer devcontainer = Devcontainer.of(REPOSITORY);

    @Test
    void isAStageOfTheDockerfile_withItsUser() throws IOException {
        String stage = "(?s)FROM \\S+ AS %s\n((?!FROM ).)*useradd [^\n]* %s "
                .formatted(Pattern.quote(devcontainer.target()), Pattern.quote(devcontainer.user()));

        assertThat(Files.readString(devcontainer.dockerfile()).replace("\r\n", "\n"))
                .containsPattern(stage);
        assertThat(devcontainer.context()).isEqualTo(REPOSITORY);
    }

    @Test
    void forwardsThePortsOfTheBar() {
        List<Integer> ports = BarPort.defaults().stream().map(BarPort::number).toList();

        assertThat(devcontainer.content().path("forwardPorts"))
                .hasSizeGreaterThan(2)
                .allSatisfy(port -> assertThat(ports).contains(port.asInt()));
    }

    @Test
    void labelsThePortsThatItForwards() {
        var forwarded = devcontainer.content().path("forwardPorts").valueStream();

        assertThat(devcontainer.content().path("portsAttributes").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(forwarded.map(port -> port.asText()).collect(Collectors.toList()));
    }
}
