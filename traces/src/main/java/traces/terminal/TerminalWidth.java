package traces.terminal;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Asks the terminal for its width.
 *
 * <p>JLine's own builder isn't used, because it would switch the terminal to the mode of a line editor.
 */
final class TerminalWidth {

    // A constant, because a logger without a reference is collected and forgets its level.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private TerminalWidth() {}

    /** Returns the width in columns; 0 or less where the output is no terminal, or the terminal doesn't answer. */
    static int ofOutput() {
        JLINE.setLevel(Level.OFF);
        // JNI asks the system; "exec" runs another program, which is slower and missing on Windows.
        return ask("jni").orElseGet(() -> ask("exec").orElse(0));
    }

    /** Returns nothing where this provider cannot be used. */
    private static OptionalInt ask(String provider) {
        try {
            TerminalProvider system = TerminalProvider.load(provider);
            boolean terminal = system.isSystemStream(SystemStream.Output);
            return OptionalInt.of(terminal ? system.systemStreamWidth(SystemStream.Output) : 0);
        } catch (IOException | RuntimeException | LinkageError e) {
            // The library is missing for this system, or cannot be unpacked: no reason to fail.
            return OptionalInt.empty();
        }
    }
}
