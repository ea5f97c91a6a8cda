package test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log says of one request. */
record RequestLine(String id, String method, String path, int status, double millis) {

    static final String EXAMPLE = "request id=ab12 method=GET path=/pair/beer status=200 ms=462.1";

    private static final Pattern LINE =
            Pattern.compile("(?:.*\\s)?request id=(.*) method=(\\S*) path=(\\S*) status=(\\d+) ms=(\\d+(?:\\.\\d+)?)");

    static List<RequestLine> in(List<String> log) {
        return log.stream()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(RequestLine::of)
                .toList();
    }

    private static RequestLine of(Matcher line) {
        return new RequestLine(
                line.group(1),
                line.group(2),
                line.group(3),
                Integer.parseInt(line.group(4)),
                Double.parseDouble(line.group(5)));
    }

    /** The line of the request that was answered with this id: there has to be one, no less and no more. */
    static RequestLine of(Heard heard) {
        String id = heard.reply().header("X-Request-Id");
        List<RequestLine> lines =
                in(heard.log()).stream().filter(line -> line.id().equals(id)).toList();
        assertThat(lines)
                .withFailMessage(() -> """
                        %s was answered with %d and X-Request-Id: %s. One line of the log should have this id, and look like
                          %s
                        There are %d of them. %s""".formatted(
                                heard.request(), heard.reply().status(), id, EXAMPLE, lines.size(), heard.logged()))
                .hasSize(1);
        heard.isInfo("request id=" + id + " ");
        return lines.get(0);
    }
}
