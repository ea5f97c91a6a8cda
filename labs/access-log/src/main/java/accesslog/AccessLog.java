package accesslog;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Reads the access logs of a 389 Directory Server: reports what made it slow, and writes operations as JSON lines or as traces. */
public final class AccessLog {

    // Held, because a logger that nobody holds forgets its level. What JLine has to say about a terminal helps nobody
    // here.
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private AccessLog() {}

    /** Ends with 0 read, 1 read with lines not understood, 2 could not run; after Ctrl-C with 130. */
    public static void main(String[] args) {
        JLINE.setLevel(Level.OFF);
        // In UTF-8, whatever the locale: a log has names of all languages.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.exit(run(out, System.err, args));
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        CommandLine line = new CommandLine(new AccessLogCommand(out, err));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sentence(failure));
            return AccessLogCommand.COULD_NOT_RUN;
        });
        return line.execute(args);
    }

    private static String sentence(Throwable failure) {
        if (failure.getCause() instanceof IOException || failure.getCause() instanceof UncheckedIOException) {
            return sentence(failure.getCause());
        }
        if (failure instanceof NoSuchFileException missing) {
            return "There is no file or folder " + missing.getFile() + ".";
        }
        if (failure instanceof IllegalArgumentException || failure instanceof IOException) {
            return failure.getMessage() == null ? failure.toString() : failure.getMessage();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "This is a mistake of the program's: " + trace;
    }
}
