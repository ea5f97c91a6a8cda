package coach.cli;

import coach.RunCommand;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import traces.terminal.Screen;
import traces.terminal.TerminalSvg;

/**
 * A drawing that a step's text shows, made again from its recording by the command that draws it in a terminal.
 *
 * <p>{@code NAME.json} is a trace. A folder {@code NAME} holds a comparison as {@code compare --keep} writes it; without
 * its file of figures it is one of two traces. {@code NAME.txt} and {@code NAME.svg} stand beside the recording.
 */
record SeenDrawing(Path recording) {

    static final Screen SCREEN = Screen.plain(80);

    // "  state-06: 162 database statements, …"
    private static final Pattern LABEL = Pattern.compile("(?m)^ {2}state-(\\S+): ");

    String name() {
        return recording.getFileName().toString().replace(".json", "");
    }

    Path text() {
        return recording.resolveSibling(name() + ".txt");
    }

    Path picture() {
        return recording.resolveSibling(name() + ".svg");
    }

    List<Recording> traces() {
        return files().map(Recording::new).toList();
    }

    private Stream<Path> files() {
        return isTrace() ? Stream.of(recording) : Stream.of(recording.resolve("a.json"), recording.resolve("b.json"));
    }

    String drawnText() throws IOException {
        return isOfStates() ? statesText() : printed(command());
    }

    /** @param folder for the file that the command writes */
    String drawnPicture(Path folder) throws IOException {
        if (isOfStates()) {
            return typed(TerminalSvg.of(title(), comparison().lines(SCREEN.coloured())));
        }
        Path file = folder.resolve("drawn.svg");
        List<String> words = new ArrayList<>(command());
        words.addAll(List.of("--svg", file.toString()));
        printed(words);
        return typed(Files.readString(file));
    }

    private boolean isTrace() {
        return recording.toString().endsWith(".json");
    }

    private boolean isOfStates() {
        return Files.exists(recording.resolve("measured.txt"));
    }

    private List<String> command() {
        return traces().stream().map(trace -> trace.tree().trace().id()).toList();
    }

    private String printed(List<String> words) {
        KeptTraces kept = new KeptTraces();
        traces().forEach(trace -> kept.keep(trace.tree(), 0));
        RunCommand command = new RunCommand(
                isTrace()
                        ? new TraceCommand(meant -> kept, () -> SCREEN, ZoneOffset.UTC)
                        : new CompareTracesCommand(meant -> kept, () -> SCREEN));
        if (command.with(words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(words + ": " + command.err());
        }
        return typed(command.out());
    }

    private String statesText() throws IOException {
        List<String> lines = new ArrayList<>(comparison().lines(SCREEN));
        lines.add("");
        lines.add("Next: " + Workshop.command("diff " + states().get(1)));
        return typed(String.join("\n", lines) + "\n");
    }

    private String title() throws IOException {
        return CompareCommand.title(states().get(0), states().get(1));
    }

    private List<String> states() throws IOException {
        Matcher labels = LABEL.matcher(String.join("\n", comparison().measured()));
        return labels.results().map(label -> label.group(1)).toList();
    }

    private StateComparison comparison() throws IOException {
        return new KeptComparison(recording).read();
    }

    /** On Windows the next command is spelled differently. */
    private static String typed(String drawn) {
        return drawn.replace(".\\workshop", "./workshop");
    }

    @Override
    public String toString() {
        return recording.toString();
    }
}
