package coach.cli;

import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.terminal.Screen;

/** Draws one picture to show: the state before a step against the learner's code. */
@Command(
        name = "card",
        description = "Draws a picture to show: the state before a step against your code, with ratio, machine and"
                + " commit.")
final class CardCommand implements Callable<Integer> {

    private static final int COLUMNS = 80;

    @Parameters(index = "0", paramLabel = "NN", description = "The step, such as 07.")
    private String step;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PATH",
            description = "What to ask for (default: ${DEFAULT-VALUE}); 'match?beer=ipa' asks the score service.",
            defaultValue = "pair/beer?name=ipa")
    private String path;

    @Option(names = "--into", paramLabel = "FILE", description = "The file (default: card-NN.svg).")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Course course = Course.in(Workshop.repository());
        Step asked = course.step(step);
        State before = course.state(asked.number() - 1);
        Workspace workspace = Workspace.of(course.repository());
        BarFactory bars = new BarFactory(course.repository(), Workshop.state());
        CompiledServices mine = code(bars, workspace);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Opening %s and your workspace side by side, both traced: some twenty seconds."
                .formatted(before.title()));
        out.flush();
        StateComparison comparison = StateComparison.of(bars, bars.code(before), mine, ComparedPath.of(path));
        ResultCard card =
                new ResultCard("Step " + asked.title(), comparison, WorkshopVersion.commit(workspace.folder()));
        Screen screen = Screen.plain(COLUMNS);
        out.println();
        card.lines(screen).forEach(out::println);
        out.println();
        Path into = file == null ? Path.of("card-" + asked.twoDigits() + ".svg") : file;
        out.println(PictureOptions.draw(into, card.title(), card.lines(screen.coloured())));
        out.println("Next: " + Workshop.command("check " + asked.twoDigits()));
        return 0;
    }

    private static CompiledServices code(BarFactory bars, Workspace workspace) {
        try {
            return bars.codeOfALearner(workspace.files());
        } catch (CompilationError e) {
            throw new UserError("Your code does not compile:%n%s".formatted(e.getMessage()), e);
        }
    }
}
