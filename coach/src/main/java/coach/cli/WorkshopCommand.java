package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.cli.offline.PackCommand;
import coach.cli.offline.PrepareCommand;
import coach.cli.offline.UnpackCommand;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import traces.model.TraceError;
import traces.store.StoredTraces;
import traces.store.TraceNotFound;

/**
 * Runs the command that was typed after {@code ./workshop}.
 *
 * <p>Exit codes: 0 passed, 1 not yet, 2 could not run, 3 inconclusive.
 */
@Command(
        name = "workshop",
        description = "Beer, donuts and traces: a workshop.",
        version = "workshop 1",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            StartCommand.class,
            UpCommand.class,
            CurlCommand.class,
            MeasureCommand.class,
            LoadCommand.class,
            RestartCommand.class,
            EnvCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            GuessCommand.class,
            CardCommand.class,
            HintCommand.class,
            DiffCommand.class,
            SolutionCommand.class,
            ResetCommand.class,
            AccessLogCommand.class,
            DownCommand.class,
            DoctorCommand.class,
            PrepareCommand.class,
            PackCommand.class,
            UnpackCommand.class,
            BranchesCommand.class,
            LockCommand.class,
            CompileCommand.class,
            BackstageCommand.class
        })
public final class WorkshopCommand implements Callable<Integer> {

    private static final int COULD_NOT_RUN = 2;

    @Spec
    private CommandSpec spec;

    private WorkshopCommand() {}

    /** @return the exit code */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(BarOptions::traces, out, err, args);
    }

    static int run(Function<BarOptions, StoredTraces> traces, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new WorkshopCommand())
                .addSubcommand(new TracesCommand(traces))
                .addSubcommand(new TraceCommand(traces))
                .addSubcommand(new CompareTracesCommand(traces))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, ignored) -> refuse(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> fail(e, commandLine))
                .execute(AccessLogCommand.separated(args));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        spec.commandLine().getOut().println("Next: " + Workshop.command("up"));
        return 0;
    }

    private static int refuse(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        String command = e.getCommandLine().getCommandSpec().qualifiedName(" ").replaceFirst("workshop ?", "");
        err.println("Next: " + Workshop.command((command + " --help").strip()));
        return COULD_NOT_RUN;
    }

    private static int fail(Exception e, CommandLine commandLine) {
        if (e instanceof UserError) {
            commandLine.getErr().println(OutputScreen.fitted(e.getMessage()));
        } else if (e instanceof TraceError) {
            commandLine
                    .getErr()
                    .println(OutputScreen.fitted(e.getMessage() + System.lineSeparator() + "Next: " + next(e)));
        } else if (FileRefusal.in(e).isPresent()) {
            commandLine.getErr().println(FileRefusal.in(e).get().sentence());
        } else {
            commandLine.getErr().println("The workshop's own tool failed; this is a fault in it:");
            e.printStackTrace(commandLine.getErr());
        }
        return COULD_NOT_RUN;
    }

    /** The library of traces knows no commands: its callers say what to type. */
    private static String next(Exception e) {
        if (!(e instanceof TraceNotFound notFound)) {
            return Workshop.command("up");
        }
        return Workshop.command(notFound.isOfNewest() ? "curl \"pair/beer?name=ipa\"" : "traces");
    }
}
