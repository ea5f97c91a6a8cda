package traces.terminal;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Asks the terminal how wide it is.
 *
 * <p>Only asks: a terminal opened with JLine's builder would be put into another mode, for a line editor that nobody needs here.
 */
final class TerminalWidth {

    // Held, because a logger that nobody holds forgets its level. What JLine has to say about a terminal helps nobody
    // here.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private TerminalWidth() {}

    /** In columns; 0 or less where our output doesn't go to a terminal, or that doesn't say. */
    static int ofOutput() {
        JLINE.setLevel(Level.OFF);
        // The first asks the system, the second other programs, which is slower and not to be had on Windows.
        return ask("jni").orElseGet(() -> ask("exec").orElse(0));
    }

    /** Empty where it cannot be asked. */
    private static OptionalInt ask(String provider) {
        try {
            TerminalProvider system = TerminalProvider.load(provider);
            boolean terminal = system.isSystemStream(SystemStream.Output);
            return OptionalInt.of(terminal ? system.systemStreamWidth(SystemStream.Output) : 0);
        } catch (IOException | RuntimeException | LinkageError e) {
            // No such library for this system, or nowhere to unpack it: a width is no reason to fail.
            return OptionalInt.empty();
        }
    }
}
