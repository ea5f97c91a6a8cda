package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Workshop;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MeasureCommandTest {

    private final StringWriter out = new StringWriter();
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/match", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void namesNoPathOfAnotherService() {
        String port = Integer.toString(service.getAddress().getPort());

        int code = WorkshopCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "measure",
                "--port",
                port,
                "match?beer=ipa",
                "--requests",
                "2");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString().lines().toList())
                .last()
                .isEqualTo("Next: change something, and then once more: "
                        + Workshop.command("measure --port " + port + " \"match?beer=ipa\" --requests 2"));
    }

    @Test
    void pointsToTheBar_whenNothingAnswers() {
        String port = Integer.toString(service.getAddress().getPort());
        service.stop(0);

        int code = WorkshopCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "measure",
                "--port",
                port,
                "match?beer=ipa",
                "--requests",
                "2");

        assertThat(code).isEqualTo(2);
        assertThat(out.toString().strip()).endsWith("Next: " + Workshop.command("up"));
    }
}
