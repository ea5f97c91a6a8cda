package coach.cli;

import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import traces.model.TraceError;
import traces.model.TraceTree;
import traces.store.ListedTrace;
import traces.store.StoredTraces;
import traces.terminal.AsciiJson;
import traces.terminal.Screen;
import traces.waterfall.TraceReport;
import traces.zipkin.TraceWebServer;

/**
 * Draws each trace as it completes, until the bar closes.
 *
 * @param json whether to print a line of JSON for each instead
 */
record TraceFollower(StoredTraces traces, Screen screen, ZoneId zone, PrintWriter out, boolean json) {

    /** More than come while one becomes complete, even when somebody measures. */
    private static final int LOOK_AT = 1_000;

    int follow(Duration pause) throws InterruptedException {
        CompletedTraces completions = new CompletedTraces(traces.newest(LOOK_AT));
        say("Waiting for traces; Ctrl-C ends.");
        for (List<ListedTrace> now = now(); now != null; now = now()) {
            completions.among(now).forEach(this::print);
            if (out.checkError()) {
                // Whoever read this has gone.
                return 0;
            }
            Thread.sleep(pause.toMillis());
        }
        say("The bar has closed.");
        say("Next: " + Workshop.command("up"));
        return 0;
    }

    /** @return null when the bar has closed */
    private List<ListedTrace> now() {
        try {
            return traces.newest(LOOK_AT);
        } catch (TraceError e) {
            return null;
        }
    }

    private void print(ListedTrace complete) {
        if (json) {
            out.println(AsciiJson.onOneLine(complete.summary()));
            return;
        }
        draw(complete.summary().id()).forEach(out::println);
    }

    private List<String> draw(String id) {
        try {
            TraceTree tree = TraceTree.of(traces.find(id));
            List<String> lines = new ArrayList<>(List.of(""));
            String page = TraceWebServer.urlOf(traces.page().getPort(), id);
            lines.addAll(new TraceReport(tree, false).lines(screen, zone, Optional.of(page)));
            return lines;
        } catch (TraceError e) {
            // It left the store since it was listed, or the bar has closed, which the next look will tell.
            return List.of();
        }
    }

    /** To people alone: who reads JSON waits for nothing else. */
    private void say(String sentence) {
        if (!json) {
            out.println(sentence);
            out.flush();
        }
    }
}
