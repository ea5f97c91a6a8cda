package accesslog;

import java.io.IOException;
import java.util.OptionalInt;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Asks the terminal how wide it is, without changing its mode. */
final class Terminal {

    private static final int USUAL = 100;

    private Terminal() {}

    /** In columns: COLUMNS, or what the terminal says, or a usual width where the output goes elsewhere. */
    static int width() {
        String columns = System.getenv("COLUMNS");
        if (columns != null && columns.matches("[1-9]\\d{1,3}")) {
            return Integer.parseInt(columns);
        }
        int asked = ask("jni").orElseGet(() -> ask("exec").orElse(0));
        return asked > 0 ? asked : USUAL;
    }

    /** Says whether someone sees what is written to the error output. */
    static boolean isInteractive() {
        try {
            return TerminalProvider.load("jni").isSystemStream(SystemStream.Error);
        } catch (IOException | RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static OptionalInt ask(String provider) {
        try {
            TerminalProvider system = TerminalProvider.load(provider);
            boolean terminal = system.isSystemStream(SystemStream.Output);
            return OptionalInt.of(terminal ? system.systemStreamWidth(SystemStream.Output) : 0);
        } catch (IOException | RuntimeException | LinkageError e) {
            // No such library for this system: a width is no reason to fail.
            return OptionalInt.empty();
        }
    }
}
