package coach;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command as it is typed: words in, an exit code and what was printed out. */
public final class RunCommand {

    private final CommandLine command;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    public RunCommand(Object command) {
        this.command = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    err.append(e.getMessage());
                    return 2;
                });
    }

    public int with(String... words) {
        return command.execute(words);
    }

    public String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    public String err() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }
}
