package coach.cli;

import coach.bar.compiler.CompilationError;
import coach.bar.compiler.LabProgram;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.check.BarFactory;
import coach.course.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tool that reads a directory server's log: the learner's copy while its lab is on, else the finished one. */
@Command(
        name = "access-log",
        description =
                "Reads access logs of a 389 Directory Server, and says what made it slow; takes the tool's options.")
final class AccessLogCommand implements Callable<Integer> {

    private static final String NAME = "access-log";

    private static final String FOLDER = "labs/access-log";
    private static final String MAIN_CLASS = "accesslog.AccessLog";

    @Parameters(paramLabel = "ARGUMENT", arity = "0..*", description = "What the tool gets; --help lists it.")
    private List<String> arguments = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Path repository = Workshop.repository();
        Optional<Workspace> begun = Workspace.in(repository).filter(AccessLogCommand::hasTool);
        // What it writes may go into a pipe, so this does not.
        begun.ifPresent(workspace -> spec.commandLine()
                .getErr()
                .println("This is your own tool, from " + place(repository, workspace) + "."));
        LabProgram program = begun.isPresent()
                ? learners(repository, begun.get())
                : LabProgram.finished(repository, FOLDER, MAIN_CLASS);
        return ForegroundProcess.run(program.with(arguments));
    }

    /** Its folder stays, empty, when a workspace goes back to a step. */
    private static boolean hasTool(Workspace workspace) {
        return workspace.files().files().keySet().stream().anyMatch(path -> path.startsWith(FOLDER + "/"));
    }

    private static Path place(Path repository, Workspace workspace) {
        Path folder = workspace.folder().resolve(FOLDER);
        return folder.startsWith(repository) ? repository.relativize(folder) : folder;
    }

    private static LabProgram learners(Path repository, Workspace workspace) {
        try {
            return LabProgram.ofALearner(
                    new BarFactory(repository, Workshop.state()).compilerOfALearner(),
                    FOLDER,
                    workspace.files().files());
        } catch (CompilationError e) {
            throw new UserError(
                    "Your tool does not compile yet. The compiler says:%n%n%s%n%nNext: fix it, then once more"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /** Keeps the workshop's own options from the tool's arguments: both have a --help. */
    static String[] separated(String... typed) {
        if (typed.length == 0 || !typed[0].equals(NAME)) {
            return typed;
        }
        String[] all = new String[typed.length + 1];
        all[0] = NAME;
        all[1] = "--";
        System.arraycopy(typed, 1, all, 2, typed.length - 1);
        return all;
    }
}
