package sockettracer;

import static sockettracer.text.Units.bytes;
import static sockettracer.text.Units.cut;
import static sockettracer.text.Units.time;

import java.util.ArrayList;
import java.util.List;

/** Draws calls below one another, each where it lies in the time of its section. */
final class Waterfall {

    private static final int MOST_LINES = 60;
    private static final int BAR = 24;
    private static final int TITLE = 60;
    private static final int THREAD = 18;
    private static final String ROW = "%4s %8s %8s %8s %8s |%-" + BAR + "s| %-20s %-" + (THREAD + 2) + "s %s";

    private Waterfall() {}

    static List<String> of(Recording recording, List<Exchange> calls) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("", "after", "took", "out", "in", "", "peer", "thread", "asked"));
        for (Exchange call : calls.subList(0, Math.min(calls.size(), MOST_LINES))) {
            lines.add(row(recording, lines.size(), call));
        }
        if (calls.size() > MOST_LINES) {
            lines.add("     ... and " + (calls.size() - MOST_LINES) + " more");
        }
        return calls.isEmpty() ? List.of() : lines;
    }

    private static String row(Recording recording, int number, Exchange call) {
        long after = call.start() - recording.start();
        return ROW.formatted(
                number,
                time(after),
                time(call.nanos()),
                bytes(call.request().count()),
                bytes(call.answer().count()),
                bar(after, call.nanos(), Math.max(1, recording.nanos())),
                call.peer(),
                call.attribution().certainty().sign + " " + cut(call.thread(), THREAD),
                cut(call.asked().title(), TITLE) + (call.caller() == null ? "" : "  <- " + call.caller()));
    }

    private static String bar(long after, long nanos, long all) {
        int from = (int) Math.min(BAR - 1, Math.max(0, BAR * after / all));
        int to = (int) Math.min(BAR, BAR * (after + nanos) / all);
        return " ".repeat(from) + "#".repeat(Math.max(1, to - from));
    }
}
