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
import java.util.SortedMap;
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
        LabProgram program = Workspace.in(repository)
                .flatMap(workspace -> learners(repository, workspace))
                .orElseGet(() -> LabProgram.finished(repository, FOLDER, MAIN_CLASS));
        return ForegroundProcess.run(program.with(arguments));
    }

    private static Path place(Path repository, Workspace workspace) {
        Path folder = workspace.folder().resolve(FOLDER);
        return folder.startsWith(repository) ? repository.relativize(folder) : folder;
    }

    /** Gives the learner's tool, if the workspace has it: its folder stays, empty, when that goes back to a step. */
    private Optional<LabProgram> learners(Path repository, Workspace workspace) {
        SortedMap<String, Path> files = workspace.files().files();
        if (files.keySet().stream().noneMatch(path -> path.startsWith(FOLDER + "/"))) {
            return Optional.empty();
        }
        // What the tool writes may go into a pipe, so this does not.
        spec.commandLine().getErr().println("This is your own tool, from " + place(repository, workspace) + ".");
        try {
            return Optional.of(LabProgram.ofALearner(
                    new BarFactory(repository, Workshop.state()).compilerOfALearner(), FOLDER, files));
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
