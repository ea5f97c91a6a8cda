package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
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

/** Lays a step's solution over the workspace. */
@Command(name = "solution", description = "Puts a step's solution into your workspace, after keeping what is there.")
final class SolutionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", description = "The step, such as 07.")
    private String step;

    @Option(names = "--by-hand", description = "The half of the step that is done by hand (10 has one).")
    private boolean byHand;

    @Spec
    private CommandSpec spec;

    private final Path repository;

    public SolutionCommand() {
        this(Workshop.repository());
    }

    SolutionCommand(Path repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        Course course = Course.in(repository);
        Step asked = course.step(step);
        State state = byHand ? course.byHand(asked) : course.state(asked.number());
        String message = Workspace.solutionOf(asked.number(), byHand);

        Workspace.Change change = Workspace.of(repository).lay(state, course, message);

        PrintWriter out = spec.commandLine().getOut();
        new ChangeText(change).print(out, "the solution of step " + asked.twoDigits() + (byHand ? ", by hand" : ""));
        out.println("Next: " + Workshop.command("check " + asked.twoDigits()));
        return 0;
    }
}
