package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.TestBar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request, and what its answer and the log should say of it, whatever became of it. */
record Request(String method, String path) {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TIMING = Pattern.compile("(?:.*,\\s*)?app;dur=(\\d+(?:\\.\\d+)?)(?:\\s*,.*)?");

    static Request get(String path) {
        return new Request("GET", path);
    }

    Heard askedOf(TestBar bar, String... headers) {
        return Heard.of(
                bar,
                this.toString(),
                () -> bar.app().send(method, path, headers),
                log -> RequestLine.in(log).stream().anyMatch(line -> line.path().equals(pathAlone())));
    }

    private String pathAlone() {
        return path.replaceFirst("\\?.*", "");
    }

    /** The headers are there, and there is one line that agrees with them. */
    void isToldInFull(Heard heard) {
        assertThat(heard.reply().header("X-Request-Id"))
                .withFailMessage(
                        () -> "%s was answered with %d, and the header X-Request-Id is missing. Each answer has one."
                                .formatted(this, heard.reply().status()))
                .isNotNull();
        serverTiming(heard);
        RequestLine line = RequestLine.of(heard);
        RequestLine right =
                new RequestLine(line.id(), method, pathAlone(), heard.reply().status(), line.millis());
        assertThat(line)
                .withFailMessage(() -> "%s was answered with %d, and the log says: %s"
                        .formatted(this, heard.reply().status(), line))
                .isEqualTo(right);
    }

    /** What the header says, in milliseconds. */
    static double serverTiming(Heard heard) {
        String header = heard.reply().header("Server-Timing");
        Matcher timing = TIMING.matcher(header == null ? "" : header);
        assertThat(timing.matches())
                .withFailMessage(
                        () -> "%s was answered with %d and Server-Timing: %s. Each answer says app;dur=12.3 there."
                                .formatted(heard.request(), heard.reply().status(), header))
                .isTrue();
        return Double.parseDouble(timing.group(1));
    }

    static void hasAnIdOfItsOwn(Heard heard) {
        String id = heard.reply().header("X-Request-Id");
        assertThat(id).withFailMessage(() -> """
                        %s brought no id that can be taken over, and was answered with X-Request-Id: %s.
                        A new UUID should stand there: what is counted, or read from a clock, comes again after a restart \
                        or in another app.""".formatted(heard.request(), id)).matches(UUID);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
