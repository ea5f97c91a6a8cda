package traces.waterfall;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/** The printed form of a trace: its waterfall, its findings, and the address at which a browser shows the trace. */
public final class TraceReport {

    private final TraceTree tree;
    private final Waterfall waterfall;

    /** @param all whether to draw each span by itself, however many there are */
    public TraceReport(TraceTree tree, boolean all) {
        this.tree = tree;
        this.waterfall = new Waterfall(tree, all);
    }

    /** @param page the address of the trace's page, where it has one */
    public List<String> lines(Screen screen, ZoneId zone, Optional<String> page) {
        List<String> lines = new ArrayList<>(waterfall.lines(screen, zone));
        List<Finding> findings = Findings.of(tree);
        if (!findings.isEmpty()) {
            lines.add("");
            findings.forEach(finding -> lines.addAll(item(finding.sentence(), screen)));
        }
        page.ifPresent(address -> lines.addAll(List.of("", "Its page: " + address)));
        return lines;
    }

    /** Tells whether some spans have no row of their own. */
    public boolean leavesOut() {
        return waterfall.leavesOut();
    }

    private static List<String> item(String sentence, Screen screen) {
        List<String> wrapped =
                TerminalText.wrapped(screen.shown(TerminalText.safe(sentence)), screen.width() - 2, screen.glyphs());
        List<String> lines = new ArrayList<>();
        for (String line : wrapped) {
            lines.add((lines.isEmpty() ? "* " : "  ") + line);
        }
        return lines;
    }
}
