package coach.draw;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command as it is typed: words in, an exit code and what was printed out. */
final class RunCommand {

    private final CommandLine command;
    private final StringWriter out = new StringWriter();
    private String error = "";

    RunCommand(Object command) {
        this.command = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    error = e.getMessage();
                    return 2;
                });
    }

    int with(String... words) {
        return command.execute(words);
    }

    String out() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    String error() {
        return error;
    }
}
