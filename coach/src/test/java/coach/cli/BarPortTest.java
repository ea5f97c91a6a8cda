package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarPortTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void areTaken_whenSomebodyListens(String address) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThat(Ports.error(listener.getLocalPort())).contains("is taken");
        }
    }

    @Test
    void areFree_whenNobodyDoes() {
        int port = Ports.free();

        assertThat(Ports.error(port)).isEmpty();
        assertThatCode(() -> BarPort.requireFree(wanted(port), List.of("up"))).doesNotThrowAnyException();
    }

    @Test
    void areOfferedOnce() {
        List<Integer> ports = Stream.generate(Ports::free).limit(200).toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void areNotOffered_whenSomebodyListens() throws IOException {
        int next = Ports.free() + 1;

        try (ServerSocket listener = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free()).isNotEqualTo(listener.getLocalPort());
        }
    }

    @Test
    void saysWhoHoldsThePortAndWhatToType() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = listener.getLocalPort();

            assertThatThrownBy(() -> BarPort.requireFree(wanted(port), List.of("up")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Port " + port + " is taken by ")
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("should be free for beer-donut-app")
                    .hasMessageContaining("workshop up --port ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void mustBePorts(int number) {
        assertThatThrownBy(() -> BarPort.requireFree(wanted(number), List.of("up")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("--port is " + number + "; a port is a number from 1 to 65535.");
    }

    @Test
    void saysAllThatAreTakenAtOnce_andOneCommandThatAvoidsThem() throws IOException {
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            List<BarPort> ports = List.of(
                    new BarPort(first.getLocalPort(), "beer-donut-app", "--port"),
                    new BarPort(second.getLocalPort(), "the page", "--page-port"));

            assertThatThrownBy(() -> BarPort.requireFree(ports, List.of("up", "--agent", "--port", "7")))
                    .hasMessageContaining("Port " + first.getLocalPort() + " is taken by ")
                    .hasMessageContaining("Port " + second.getLocalPort() + " is taken by ")
                    .hasMessageMatching("(?s).*workshop up --agent --port \\d+ --page-port \\d+$");
        }
    }

    private static List<BarPort> wanted(int port) {
        return List.of(new BarPort(port, "beer-donut-app", "--port"));
    }
}
