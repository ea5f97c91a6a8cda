package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void areTaken_whenSomebodyListens(String address) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            assertThat(Ports.trouble(listener.getLocalPort())).contains("is taken");
        }
    }

    @Test
    void areFree_whenNobodyDoes() {
        int port = Ports.free();

        assertThat(Ports.trouble(port)).isEmpty();
        assertThatCode(() -> PortTaken.check(port, "beer-donut-app", "--port")).doesNotThrowAnyException();
    }

    @Test
    void saysWhoHoldsThePortAndWhatToType() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = listener.getLocalPort();

            assertThatThrownBy(() -> PortTaken.check(port, "beer-donut-app", "--port"))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("Port " + port + " is taken by ")
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("should be free for beer-donut-app")
                    .hasMessageContaining("workshop up --port ");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void mustBePorts(int number) {
        assertThatThrownBy(() -> PortTaken.check(number, "beer-donut-app", "--port"))
                .isInstanceOf(CannotOpen.class)
                .hasMessageStartingWith("--port is " + number + "; a port is a number from 1 to 65535.");
    }
}
