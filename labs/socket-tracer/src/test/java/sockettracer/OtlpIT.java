package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.h2.tools.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sockettracer.program.Shop;

/** Receives what the tracer sends about whole programs, as the coach does. */
class OtlpIT {

    private static Backends backends;

    @BeforeAll
    static void open() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void close() throws Exception {
        backends.close();
    }

    private record Sent(List<JsonNode> sections, String output) {

        JsonNode section(String name) {
            return sections.stream()
                    .map(section -> section.at("/resourceSpans/0/scopeSpans/0/spans/0"))
                    .filter(span -> span.get("name").asText().endsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Sent sent(String options, Class<?> main, Object... arguments) throws Exception {
        List<JsonNode> received = Collections.synchronizedList(new ArrayList<>());
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();

        TracedProgram.Ended ended = new TracedProgram(Jdk.CURRENT)
                .options(options + ",otlp=http://127.0.0.1:"
                        + receiver.getAddress().getPort())
                .run(main, arguments);
        receiver.stop(0);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return new Sent(received, ended.output());
    }

    /** The coach's lists are of requests. */
    @Test
    void sendsASectionThatAnswersARequest_asAServersSpan() throws Exception {
        Sent sent = sent("sections=" + Shop.class.getName() + ".donut", Shop.class, backends.redis.port());

        assertThat(sent.section("Shop.donut").get("kind").asInt()).isEqualTo(2);
        assertThat(sent.section("Shop.annotated").get("kind").asInt()).isEqualTo(1);
    }

    @Test
    void sendsTheSameAsOtlp_andNotItsOwnTraffic() throws Exception {
        Sent sent = sent("sections=main,service=shop", Shop.class, backends.redis.port());
        List<JsonNode> received = sent.sections();

        JsonNode main = received.get(received.size() - 1).at("/resourceSpans/0/scopeSpans/0/spans");
        assertThat(received.get(0)
                        .at("/resourceSpans/0/resource/attributes/0/value/stringValue")
                        .asText())
                .isEqualTo("shop");
        assertThat(main.get(0).get("name").asText()).endsWith("Shop.main");
        assertThat(main.findValuesAsText("traceId"))
                .containsOnly(received.get(0).findValue("traceId").asText());
        assertThat(main.findValuesAsText("name")).contains("SET").doesNotContain("POST");
        assertThat(sent.output()).doesNotContain("did not take");
    }

    /** Else the coach would ask why nothing of the other side is in the trace. */
    @Test
    void sendsAllCallsToADatabase_asSuch() throws Exception {
        JsonNode spans = sent("sections=main", Shell.class, ReportIT.shellArguments(backends))
                .sections()
                .get(0)
                .at("/resourceSpans/0/scopeSpans/0/spans");

        List<String> databases = spans.findParents("key").stream()
                .filter(attribute -> attribute.get("key").asText().equals("db.system.name"))
                .map(attribute -> attribute.at("/value/stringValue").asText())
                .toList();
        assertThat(databases).hasSize(spans.size() - 1).containsOnly("other_sql");
        assertThat(spans.findValuesAsText("name")).contains("SELECT").doesNotContain("select");
    }
}
