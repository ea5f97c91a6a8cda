package accesslog;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the tool as a user does: arguments in, exit code and texts out. */
public final class CommandLineRun {

    public final int exitCode;
    public final String out;
    public final String err;

    private CommandLineRun(String... args) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        exitCode = AccessLog.run(
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                args);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
    }

    public static CommandLineRun of(String... args) {
        return new CommandLineRun(args);
    }
}
