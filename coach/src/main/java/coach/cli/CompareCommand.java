package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.OutputScreen;
import coach.course.State;
import coach.course.check.BarFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.comparison.ComparisonHtml;
import traces.terminal.Screen;

/** Opens two states of the course side by side, sends both the same requests, and prints the differences. */
@Command(
        name = "compare",
        description = "Compares two states of the course: latency, what the backends counted, and a trace of each.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NN", description = "The first state, such as 06; 00 is as shipped.")
    private String first;

    @Parameters(index = "1", paramLabel = "MM", description = "The second state, such as 07.")
    private String second;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PATH",
            description = "What to ask for (default: ${DEFAULT-VALUE}); 'match?beer=ipa' asks the score service.",
            defaultValue = "pair/beer?name=ipa")
    private String path;

    @Mixin
    private PictureOptions pictures;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Keep the figures and both traces in this folder.")
    private Path kept;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Course course = Course.in(Workshop.repository());
        State a = course.state(first);
        State b = course.state(second);
        BarFactory bars = new BarFactory(course.repository(), Workshop.state());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "Opening %s and %s side by side, both traced: some twenty seconds.".formatted(a.title(), b.title()));
        out.flush();
        StateComparison comparison = StateComparison.of(bars, bars.code(a), bars.code(b), ComparedPath.of(path));
        Screen screen = OutputScreen.detect();
        out.println();
        comparison.lines(screen).forEach(out::println);
        out.println();
        List<String> written = pictures.write(
                screen,
                title(a.name(), b.name()),
                comparison::lines,
                () -> ComparisonHtml.of(comparison.traces(), comparison.measured()));
        written.forEach(out::println);
        if (kept != null) {
            new KeptComparison(kept).write(comparison);
        }
        out.println("Next: " + Workshop.command("diff " + second));
        return 0;
    }

    static String title(String first, String second) {
        return "State " + second + " against state " + first;
    }
}
