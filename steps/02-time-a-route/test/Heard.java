package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request, what the app answered, and what it logged of it.
 *
 * @param millis that the client waited
 */
record Heard(String request, ServiceReply reply, double millis, List<String> log) {

    private static final int SHOWN = 8;

    /** Asks, and listens until the log says of all these how long they took. */
    static Heard of(TestBar bar, String path, String... timed) {
        return of(
                bar,
                "GET " + path,
                () -> bar.get(path),
                log -> List.of(timed).stream().noneMatch(what -> took(log, what).isEmpty()));
    }

    static Heard of(TestBar bar, String request, Supplier<ServiceReply> asking, Predicate<List<String>> enough) {
        List<ServiceReply> reply = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        List<String> log = bar.logOf(
                () -> {
                    long start = System.nanoTime();
                    reply.add(asking.get());
                    millis.add((System.nanoTime() - start) / 1e6);
                },
                enough);
        return new Heard(request, reply.get(0), millis.get(0), log);
    }

    // "12:00:00.000 INFO  Timer - query beer took 4.1 ms", "query beer" -> 4.1
    static List<Double> took(List<String> log, String what) {
        Pattern line = Pattern.compile("(?:.*\\s)?" + Pattern.quote(what) + " took (\\d+\\.\\d) ms");
        return log.stream()
                .map(line::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Double.parseDouble(matcher.group(1)))
                .toList();
    }

    List<Double> took(String what) {
        return took(log, what);
    }

    /** How long it took, in milliseconds: there has to be one line of it, no less and no more. */
    double tookOnce(String what) {
        List<Double> took = took(what);
        assertThat(log)
                .withFailMessage(() -> """
                        The log has a time with a comma where its point should be. String.format writes it as the machine's language \
                        has it, unless it is told Locale.ROOT; your app speaks German here, as a guest's machine may.
                        %s""".formatted(logged()))
                .noneMatch(line -> line.matches(".* took \\d+,\\d+ ms"));
        assertThat(took)
                .withFailMessage(() -> """
                        %s was answered with %d. One line of the log should end with «%s took 12.3 ms»; there are %d.
                        %s""".formatted(request, reply.status(), what, took.size(), logged()))
                .hasSize(1);
        isInfo(what + " took ");
        return took.get(0);
    }

    /** A line that is printed, or has another level, is not where others look for it. */
    void isInfo(String part) {
        assertThat(log.stream().filter(line -> line.contains(part)))
                .withFailMessage(
                        () -> "The line «%s…» should be logged with SLF4J, at level INFO. %s".formatted(part, logged()))
                .allMatch(line -> line.contains(" INFO "));
    }

    /** For people: the last of what was logged, without the stack traces. */
    String logged() {
        List<String> lines = log.stream()
                .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d.*") || line.matches(".* took .* ms"))
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
        return last.isEmpty() ? "Nothing was logged meanwhile." : "Logged meanwhile:\n  " + String.join("\n  ", last);
    }
}
