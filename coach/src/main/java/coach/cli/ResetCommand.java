package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.ChangeText;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the workspace back to the start of a step, or to one of its commits. */
@Command(
        name = "reset",
        description =
                "Puts your workspace back to the start of a step (without one: the step you are at), after keeping"
                        + " what is there.")
final class ResetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", arity = "0..1", description = "The step, such as 07.")
    private String step;

    @Option(names = "--to", paramLabel = "ID", description = "Back to that commit of the workspace instead.")
    private String commit;

    @Spec
    private CommandSpec spec;

    private final Path repository;

    public ResetCommand() {
        this(Workshop.repository());
    }

    ResetCommand(Path repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        if (step != null && commit != null) {
            throw new UserError("Both a step, %s, and a commit, %s; it should be one of them.%nNext: %s"
                    .formatted(step, commit, Workshop.command("reset " + step)));
        }
        Workspace workspace = Workspace.of(repository);
        PrintWriter out = spec.commandLine().getOut();
        if (commit != null) {
            new ChangeText(workspace.backTo(commit)).print(out, "what commit " + commit + " had");
            WorkspaceAdvice.of(workspace, Course.in(repository)).ifPresent(out::println);
            out.println("Next: " + Workshop.command("check"));
            return 0;
        }
        Course course = Course.in(repository);
        Step asked = step == null ? theLearners(workspace, course) : course.step(step);
        String start = Workspace.startOf(asked.number());
        new ChangeText(workspace.lay(course.before(asked), course, start)).print(out, "the " + start);
        out.println("Next: " + Workshop.command("check " + asked.twoDigits()));
        return 0;
    }

    private static Step theLearners(Workspace workspace, Course course) {
        if (!workspace.hasHistory()) {
            throw new UserError("The workspace's history is gone, and with it where you are. Say which step.%nNext: %s"
                    .formatted(Workshop.command("reset 01")));
        }
        Step now = workspace.step(course);
        boolean through = now.lab().isEmpty() && workspace.step() > now.number();
        if (through) {
            throw new UserError("You are through with the course. Say which step to go back to.%nNext: %s"
                    .formatted(Workshop.command("reset " + now.twoDigits())));
        }
        return now;
    }
}
