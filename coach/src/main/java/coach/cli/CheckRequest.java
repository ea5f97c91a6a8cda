package coach.cli;

import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.Workspace;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import traces.terminal.Glyphs;
import traces.terminal.Screen;

/**
 * A check that somebody has typed, in a form that another process can run.
 *
 * @param step the number of the step
 * @param official the official state to check instead of the workspace, such as {@code 10-by-hand}
 * @param timings whether to say where the time went
 * @param screen where the output is shown
 * @param begun when the command was started
 */
record CheckRequest(
        int step, boolean byHand, Optional<String> official, boolean timings, Screen screen, Instant begun) {

    Step step(Course course) {
        return course.step(Step.twoDigits(step));
    }

    /** Names the code that is checked. */
    String subject(Optional<Workspace> workspace) {
        return official.map(state -> "the official state " + state)
                .orElse(workspace.isPresent() ? "your workspace" : "the shipped app");
    }

    /** Returns it as the query of a URL. */
    String query() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("step", step);
        parameters.put("byHand", byHand);
        official.ifPresent(state -> parameters.put("official", state));
        parameters.put("timings", timings);
        parameters.put("width", screen.width());
        parameters.put("colour", screen.colour());
        parameters.put("ascii", screen.glyphs().equals(Glyphs.ASCII));
        parameters.put("begun", begun);
        return parameters.entrySet().stream()
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(one.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Reads what {@link #query()} has written. */
    static CheckRequest of(Context ctx) {
        Screen screen = new Screen(
                ctx.queryParamAsClass("width", Integer.class).get(),
                Boolean.parseBoolean(ctx.queryParam("colour")),
                Boolean.parseBoolean(ctx.queryParam("ascii")) ? Glyphs.ASCII : Glyphs.BLOCKS);
        return new CheckRequest(
                ctx.queryParamAsClass("step", Integer.class).get(),
                Boolean.parseBoolean(ctx.queryParam("byHand")),
                Optional.ofNullable(ctx.queryParam("official")),
                Boolean.parseBoolean(ctx.queryParam("timings")),
                screen,
                Instant.parse(ctx.queryParam("begun")));
    }
}
