package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the lock files of solutions again: the checksums of the files that each was derived from. */
@Command(
        name = "lock",
        hidden = true,
        description = "Notes anew what a step's solution was derived from (without a step: each one's).")
final class LockCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NN", arity = "0..1", description = "The step, such as 07.")
    private String step;

    @Spec
    private CommandSpec spec;

    private final Path repository;

    public LockCommand() {
        this(Workshop.repository());
    }

    LockCommand(Path repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        Course course = Course.in(repository);
        PrintWriter out = spec.commandLine().getOut();
        List<Step> steps = step == null
                ? Stream.concat(course.steps().stream(), course.labs().stream()).toList()
                : List.of(course.step(step));
        steps.forEach(each -> course.lock(each).forEach(file -> out.println("Wrote " + repository.relativize(file))));
        List<String> faults = course.faults();
        out.println(faults.isEmpty() ? "All solutions fit." : String.join(System.lineSeparator(), faults));
        out.println("Next: " + Workshop.command(step == null ? "diff" : "diff " + step));
        return faults.isEmpty() ? 0 : 1;
    }
}
