package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.OutputScreen;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.FreshBars;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a step's tests against the learner's code, and prints their results. */
@Command(name = "check", description = "Checks a step: exit code 0 passed, 1 not yet, 2 could not run, 3 inconclusive.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NN", description = "The step (default: the one you are at).")
    private String number;

    @Option(names = "--by-hand", description = "Checks the step's first half, where it has one.")
    private boolean byHand;

    @Option(names = "--timings", description = "Says where the time went.")
    private boolean timings;

    @Option(
            names = "--state",
            paramLabel = "NN",
            description = "Checks an official state instead of your code, such as 07 or 10-by-hand.")
    private String official;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Course course = Course.in(Workshop.repository());
        Step step = step(course, Workspace.in(course.repository()));
        if (byHand && !step.hasHalf()) {
            throw new UserError("Step %s is done in one go: it has no half by hand.%nNext: %s"
                    .formatted(step.twoDigits(), Workshop.command("check " + step.twoDigits())));
        }
        if (official != null) {
            course.state(official);
        } else if (step.number() > 1) {
            // Fails without a workspace: only step 01 is about the app as it is shipped.
            Workspace.of(course.repository());
        }
        CheckRequest request = new CheckRequest(
                step.number(), byHand, Optional.ofNullable(official), timings, OutputScreen.detect(), begun());
        PrintWriter out = spec.commandLine().getOut();
        return RemoteCheck.run(request, out).orElseGet(() -> here(course, request, out));
    }

    private static int here(Course course, CheckRequest request, PrintWriter out) {
        BarFactory factory = new BarFactory(course.repository(), Workshop.state());
        return new CheckRun(course, request, out).with(factory, new FreshBars(factory));
    }

    private static Instant begun() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }

    private Step step(Course course, Optional<Workspace> workspace) {
        if (number != null) {
            return course.step(number);
        }
        return workspace.map(it -> it.step(course)).orElseGet(() -> course.step(1));
    }
}
