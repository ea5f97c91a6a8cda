package coach.cli;

import coach.bar.OutputListener;
import coach.bar.ServiceProgram;
import coach.bar.compiler.CompiledServices;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.util.Map;
import traces.terminal.TextStyle;

/** Prints the output of the bar's processes, each line behind the name of its process, and the coach's own lines. */
final class BarConsole implements OutputListener {

    private static final Map<String, TextStyle> COLOURS =
            Map.of(CompiledServices.APP, TextStyle.YELLOW, CompiledServices.SCORES, TextStyle.CYAN);
    private static final String REDIS = "redis";
    private static final int LONGEST_NAME = CompiledServices.APP.length();

    private final PrintWriter out;
    private final boolean quiet;
    private boolean muted;

    /** @param quiet whether to print the output of the app only */
    BarConsole(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    @Override
    public synchronized void onLine(String process, String line) {
        if (muted || (quiet && !ServiceProgram.APP.module().equals(process)) || isAdviceOfRedis(process, line)) {
            return;
        }
        String name = process + " ".repeat(Math.max(0, LONGEST_NAME - process.length())) + " |";
        out.println(OutputScreen.styled(name, COLOURS.getOrDefault(process, TextStyle.FAINT)) + " " + line);
        out.flush();
    }

    /** Redis tells the owner of a server how to set up its kernel, in hundreds of letters; its file of output has that too. */
    private static boolean isAdviceOfRedis(String process, String line) {
        return process.equals(REDIS) && line.contains("# WARNING ");
    }

    synchronized void println(String text) {
        if (!muted) {
            out.println(OutputScreen.fitted(text));
            out.flush();
        }
    }

    /** Suppresses output while processes shut down. */
    synchronized void mute() {
        muted = true;
    }

    synchronized void unmute() {
        muted = false;
    }
}
