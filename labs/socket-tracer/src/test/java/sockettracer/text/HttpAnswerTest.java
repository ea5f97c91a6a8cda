package sockettracer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK|Content-Length: 5||12345', true",
        "'HTTP/1.1 200 OK|Content-Length: 5||1234', false",
        "'HTTP/1.1 200 OK|Content-Length: 5|', false",
        "'HTTP/1.1 204 No Content||', true",
        "'HTTP/1.1 200 OK|Transfer-Encoding: chunked||1|a|0||', true",
        "'HTTP/1.1 200 OK|Transfer-Encoding: chunked||1|a|', false",
        "'HTTP/1.1 200 OK||until it closes', false",
        "'220 a greeting', false",
    })
    void knowsWhereAnAnswerEnds(String answer, boolean complete) {
        byte[] bytes = answer.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(HttpAnswer.isComplete(bytes, bytes, bytes.length)).isEqualTo(complete);
    }
}
