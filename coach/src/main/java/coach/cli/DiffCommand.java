package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.course.workspace.StatePatch;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a step changes, or what the learner has changed so far. */
@Command(
        name = "diff",
        description = "Shows what a step's solution changes; without a step, what you have changed so far.")
final class DiffCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", arity = "0..1", description = "The step, such as 07.")
    private String step;

    @Option(names = "--by-hand", description = "The half of the step that is done by hand (10 has one).")
    private boolean byHand;

    @Spec
    private CommandSpec spec;

    private final Path repository;
    private final boolean colour;

    public DiffCommand() {
        this(Workshop.repository(), Ansi.AUTO.enabled());
    }

    DiffCommand(Path repository, boolean colour) {
        this.repository = repository;
        this.colour = colour;
    }

    @Override
    public Integer call() {
        Course course = Course.in(repository);
        if (step == null) {
            Workspace workspace = Workspace.of(repository);
            State begun = workspace.lab(course).map(course::before).orElseGet(course::shipped);
            print(new StatePatch(begun, workspace.files()), "You have changed nothing yet.");
            next("check");
            return 0;
        }
        Step asked = course.step(step);
        State after = byHand ? course.byHand(asked) : course.state(asked.number());
        print(new StatePatch(course.before(asked), after), "Step " + asked.twoDigits() + " changes no file.");
        next("solution " + asked.twoDigits() + (byHand ? " --by-hand" : ""));
        return 0;
    }

    private void print(StatePatch patch, String otherwise) {
        String text = patch.text();
        PrintWriter out = spec.commandLine().getOut();
        if (text.isEmpty()) {
            spec.commandLine().getErr().println(otherwise);
        } else {
            out.print(colour ? patch.colouredText() : text);
            out.flush();
        }
    }

    /** Goes to the error stream, because the patch may be on its way into a file. */
    private void next(String command) {
        spec.commandLine().getErr().println("Next: " + Workshop.command(command));
    }
}
