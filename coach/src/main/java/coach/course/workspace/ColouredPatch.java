package coach.course.workspace;

import java.util.stream.Collectors;
import traces.terminal.TextStyle;

/** A patch in colours for a terminal: removed lines are red, added lines green. */
final class ColouredPatch {

    private final String patch;
    private boolean inHead;

    ColouredPatch(String patch) {
        this.patch = patch;
    }

    String text() {
        return patch.lines().map(this::coloured).collect(Collectors.joining("\n", "", "\n"));
    }

    private String coloured(String line) {
        // Below the head, a line that begins with "---" is a removed line.
        if (line.startsWith("diff ") || line.startsWith("@@")) {
            inHead = line.startsWith("diff ");
        }
        return style(line).escaped(line);
    }

    private TextStyle style(String line) {
        if (inHead) {
            return TextStyle.STRONG;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> TextStyle.GREEN;
            case '-' -> TextStyle.RED;
            case '@' -> TextStyle.CYAN;
            default -> TextStyle.PLAIN;
        };
    }
}
