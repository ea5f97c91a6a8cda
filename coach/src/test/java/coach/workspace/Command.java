package coach.workspace;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command as it is typed: words in, an exit code and what was printed out. */
final class Command {

    private final CommandLine command;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Command(Object command) {
        this.command = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    err.append(e.getMessage());
                    return 2;
                });
    }

    int with(String... words) {
        return command.execute(words);
    }

    String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }
}
