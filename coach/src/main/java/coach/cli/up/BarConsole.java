package coach.cli.up;

import coach.bar.OutputListener;
import coach.bar.ServiceProgram;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The terminal: what the parts say, each line behind its part's name, and what the coach says itself. */
final class BarConsole implements OutputListener {

    private static final Map<String, String> COLOURS = Map.of("beer-donut-app", "yellow", "score-service", "cyan");
    private static final int LONGEST_NAME = "beer-donut-app".length();

    private final PrintWriter out;
    private final boolean quiet;
    private boolean muted;

    /** @param quiet whether to leave out what parts other than the app say */
    BarConsole(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    @Override
    public synchronized void said(String part, String line) {
        if (muted || (quiet && !ServiceProgram.APP.module().equals(part))) {
            return;
        }
        String name = part + " ".repeat(Math.max(0, LONGEST_NAME - part.length())) + " |";
        out.println(coloured(name, COLOURS.getOrDefault(part, "faint")) + " " + line);
        out.flush();
    }

    synchronized void println(String text) {
        if (!muted) {
            out.println(text);
            out.flush();
        }
    }

    /** Says nothing more until it is unmuted: parts that are told to end have nothing to say that anybody waits for. */
    synchronized void mute() {
        muted = true;
    }

    synchronized void unmute() {
        muted = false;
    }

    // picocli knows what a terminal is, and NO_COLOR.
    private static String coloured(String text, String colour) {
        return Ansi.AUTO.string("@|" + colour + " " + text + "|@");
    }
}
