package coach.course;

import static java.util.stream.Collectors.joining;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import traces.terminal.Screen;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** Finds out how this process's output is shown: in colour where it is a terminal and its user wants colour. */
public final class OutputScreen {

    private OutputScreen() {}

    public static Screen detect() {
        // picocli knows what a terminal is, and NO_COLOR.
        return Screen.ofOutput(Ansi.AUTO.enabled());
    }

    /** Says whether the output is a terminal, where a line can be written over. */
    public static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too, and this method says which it is.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Breaks the lines of a text that are wider than the terminal; for a file or another program it stays as it is. */
    public static String fitted(String text) {
        return isTerminal() ? fitted(text, detect().width()) : text;
    }

    static String fitted(String text, int columns) {
        return text.lines().flatMap(line -> wrapped(line, columns).stream()).collect(joining(System.lineSeparator()));
    }

    /**
     * Breaks a line that is wider than the screen at its spaces. What follows is indented as the line is, and two columns more;
     * a word that is wider, such as an address, stays whole.
     */
    public static List<String> wrapped(String line, int columns) {
        if (TerminalText.width(line) <= columns) {
            return List.of(line);
        }
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(indent);
        for (String word : line.strip().split(" ")) {
            boolean first = current.toString().isBlank();
            if (!first && TerminalText.width(current + " " + word) > columns) {
                lines.add(current.toString());
                current = new StringBuilder(indent + "  ");
                first = true;
            }
            current.append(first ? "" : " ").append(word);
        }
        lines.add(current.toString());
        return lines;
    }

    /** Colours a text, where the output is a terminal that shows colours. */
    public static String styled(String text, TextStyle style) {
        return Ansi.AUTO.enabled() ? style.escaped(text) : text;
    }
}
