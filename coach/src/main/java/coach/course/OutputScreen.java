package coach.course;

import picocli.CommandLine.Help.Ansi;
import traces.terminal.Screen;
import traces.terminal.TextStyle;

/** Finds out how this process's output is shown: in colour where it is a terminal and its user wants colour. */
public final class OutputScreen {

    private OutputScreen() {}

    public static Screen detect() {
        // picocli knows what a terminal is, and NO_COLOR.
        return Screen.ofOutput(Ansi.AUTO.enabled());
    }

    /** Colours a text, where the output is a terminal that shows colours. */
    public static String styled(String text, TextStyle style) {
        return Ansi.AUTO.enabled() ? style.escaped(text) : text;
    }
}
