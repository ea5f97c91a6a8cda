package traces.waterfall;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import traces.findings.Finding;
import traces.findings.Findings;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;
import traces.zipkin.TraceWebServer;

/** All that is printed of a trace: its waterfall, what stands out in it, and where a browser shows it. */
public record TraceReport(Screen screen, ZoneId zone, boolean all) {

    /** @param page the address of the bar's page, where it has the trace */
    public List<String> lines(TraceTree tree, Optional<URI> page) {
        List<String> lines = new ArrayList<>(new Waterfall(screen, zone, all).lines(tree));
        List<Finding> findings = Findings.of(tree);
        if (!findings.isEmpty()) {
            lines.add("");
            findings.forEach(finding -> lines.addAll(item(finding.sentence())));
        }
        page.map(address -> TraceWebServer.urlOf(address.getPort(), tree.trace().id()))
                .ifPresent(address -> lines.addAll(List.of("", "Its page: " + address)));
        return lines;
    }

    private List<String> item(String sentence) {
        List<String> wrapped =
                TerminalText.wrapped(screen.shown(TerminalText.safe(sentence)), screen.width() - 2, screen.signs());
        List<String> lines = new ArrayList<>();
        for (String line : wrapped) {
            lines.add((lines.isEmpty() ? "* " : "  ") + line);
        }
        return lines;
    }
}
