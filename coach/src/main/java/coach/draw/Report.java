package coach.draw;

import coach.trace.TraceTree;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is printed of a trace: its waterfall, what stands out in it, and where a browser shows it. */
record Report(Screen screen, ZoneId zone, boolean all) {

    /** @param findings in sentences */
    List<String> lines(TraceTree tree, List<String> findings, Optional<String> address) {
        List<String> lines = new ArrayList<>(new Waterfall(screen, zone, all).lines(tree));
        if (!findings.isEmpty()) {
            lines.add("");
            findings.forEach(sentence -> lines.addAll(item(sentence)));
        }
        address.ifPresent(page -> lines.addAll(List.of("", "Its page: " + page)));
        return lines;
    }

    private List<String> item(String sentence) {
        List<String> wrapped = Letters.wrapped(Letters.safe(sentence), screen.width() - 2, screen.signs());
        List<String> lines = new ArrayList<>();
        for (String line : wrapped) {
            lines.add((lines.isEmpty() ? "* " : "  ") + line);
        }
        return lines;
    }
}
