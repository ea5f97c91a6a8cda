package coach.cli;

import java.util.ArrayList;
import java.util.List;
import traces.terminal.Screen;
import traces.terminal.TextStyle;

/**
 * The result of a step on one card: what changed, by how much, on which machine, and with which code.
 *
 * @param commit the commit of the learner's code, and how many files differ from it
 */
record ResultCard(String title, StateComparison comparison, String commit) {

    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>(List.of(screen.styled(title, TextStyle.STRONG), ""));
        lines.addAll(comparison.lines(screen));
        lines.add("");
        lines.add(screen.styled(machine(), TextStyle.FAINT));
        lines.add(screen.styled("Workspace: " + commit, TextStyle.FAINT));
        return lines;
    }

    private static String machine() {
        return "Machine: %s processors, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version());
    }
}
