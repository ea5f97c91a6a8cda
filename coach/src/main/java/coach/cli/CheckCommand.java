package coach.cli;

import coach.bar.compiler.CompilationError;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.CheckReport;
import coach.course.check.CheckResult;
import coach.course.check.StepCheck;
import coach.course.check.StepTestResult.Result;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
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
        Optional<Workspace> workspace = Workspace.in(course.repository());
        Step step = step(course, workspace);
        if (byHand && !step.hasHalf()) {
            throw new UserError("Step %s is done in one go: it has no half by hand.%nNext: %s"
                    .formatted(step.twoDigits(), Workshop.command("check " + step.twoDigits())));
        }
        if (official == null && step.number() > 1) {
            // Fails without a workspace: only step 01 is about the app as it is shipped.
            Workspace.of(course.repository());
        }
        PrintWriter out = spec.commandLine().getOut();
        BarFactory bars = new BarFactory(course.repository(), Workshop.state());
        StepCheck check = new StepCheck(course, bars, step, byHand);
        CheckReport report = new CheckReport(out, course, step, byHand);
        report.begin(subject(workspace));
        if (official == null) {
            workspace.flatMap(it -> WorkspaceAdvice.of(it, course)).ifPresent(out::println);
        }
        try {
            CheckResult result = run(check, course, workspace, report);
            report.end(result);
            if (timings) {
                out.println(check.timings());
            }
            return finish(result, report, workspace, step);
        } catch (CompilationError e) {
            report.doesNotCompile(e);
            return 1;
        } catch (UserError e) {
            out.println(e.getMessage());
            report.couldNotRun();
            return 2;
        }
    }

    private Step step(Course course, Optional<Workspace> workspace) {
        if (number != null) {
            return course.step(number);
        }
        int at = workspace.map(Workspace::step).orElse(1);
        return course.step(
                Math.min(at, course.steps().get(course.steps().size() - 1).number()));
    }

    private String subject(Optional<Workspace> workspace) {
        if (official != null) {
            return "the official state " + official;
        }
        return workspace.isPresent() ? "your workspace" : "the shipped app";
    }

    private CheckResult run(StepCheck check, Course course, Optional<Workspace> workspace, CheckReport report)
            throws CompilationError {
        if (official != null) {
            State state = course.state(official);
            return check.ofState(state, Integer.parseInt(state.name().substring(0, 2)), report::print);
        }
        if (workspace.isEmpty()) {
            return check.ofState(course.shipped(), 1, report::print);
        }
        return check.ofWorkspace(workspace.get().files(), workspace.get().stateNumber(), report::print);
    }

    private int finish(CheckResult result, CheckReport report, Optional<Workspace> workspace, Step step) {
        boolean isLearners = official == null && !byHand;
        boolean done = result.worst() == Result.PASSED && isLearners;
        report.conclude(result, done ? workspace.map(it -> it.pass(step.number())) : Optional.empty());
        return result.worst().exitCode();
    }
}
