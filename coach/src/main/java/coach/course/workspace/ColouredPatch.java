package coach.course.workspace;

import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi.Style;

/** A patch for a terminal: what goes in red, what comes in green. */
public final class ColouredPatch {

    private final String patch;
    private boolean inHead;

    public ColouredPatch(String patch) {
        this.patch = patch;
    }

    public String text() {
        return patch.lines().map(this::coloured).collect(Collectors.joining("\n", "", "\n"));
    }

    private String coloured(String line) {
        // Below the head, a line that begins with "---" is one that goes.
        if (line.startsWith("diff ") || line.startsWith("@@")) {
            inHead = line.startsWith("diff ");
        }
        Style style = style(line);
        return style == null ? line : style.on() + line + Style.reset.on();
    }

    private Style style(String line) {
        if (inHead) {
            return Style.bold;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> Style.fg_green;
            case '-' -> Style.fg_red;
            case '@' -> Style.fg_cyan;
            default -> null;
        };
    }
}
