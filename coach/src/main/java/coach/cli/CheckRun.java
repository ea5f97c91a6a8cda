package coach.cli;

import coach.bar.compiler.CompilationError;
import coach.bar.environment.UserError;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.CheckBars;
import coach.course.check.CheckReport;
import coach.course.check.CheckResult;
import coach.course.check.StepCheck;
import coach.course.check.StepTestResult;
import coach.course.check.StepTestResult.Result;
import coach.course.workspace.Guesses;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Runs a check, and prints what it finds. */
final class CheckRun {

    private final Course course;
    private final CheckRequest request;
    private final Step step;
    private final PrintWriter out;
    private final Optional<Workspace> workspace;
    private final CheckReport report;

    CheckRun(Course course, CheckRequest request, PrintWriter out) {
        this.course = course;
        this.request = request;
        this.step = request.step(course);
        this.out = out;
        this.workspace = Workspace.in(course.repository());
        this.report = new CheckReport(out, course, step, request.byHand(), request.screen());
    }

    /** @return the exit code */
    int with(BarFactory factory, CheckBars bars) {
        report.begin(request.subject(workspace));
        if (request.official().isEmpty()) {
            workspace.flatMap(it -> WorkspaceAdvice.of(it, course)).ifPresent(out::println);
        }
        StepCheck check =
                new StepCheck(course, factory, bars, step, request.byHand(), request.screen(), request.begun());
        try {
            return run(check);
        } catch (CompilationError e) {
            report.doesNotCompile(e);
            return Result.NOT_YET.exitCode();
        } catch (UserError e) {
            out.println(e.getMessage());
            report.couldNotRun();
            return Result.COULD_NOT_RUN.exitCode();
        } finally {
            // After the verdict, which somebody waits for.
            check.close();
            if (request.timings()) {
                out.println(check.timings());
            }
        }
    }

    private int run(StepCheck check) throws CompilationError {
        CheckResult result = result(check);
        report.end(result);
        boolean isLearners = request.official().isEmpty() && !request.byHand();
        boolean done = result.worst() == Result.PASSED && isLearners;
        List<String> guesses = isLearners
                ? workspace.map(it -> new Guesses(it).of(step.number())).orElse(List.of())
                : List.of();
        report.conclude(result, done ? workspace.map(it -> it.pass(step.number())) : Optional.empty(), guesses);
        return result.worst().exitCode();
    }

    private CheckResult result(StepCheck check) throws CompilationError {
        if (request.official().isPresent()) {
            State state = course.state(request.official().get());
            return check.ofState(state, Integer.parseInt(state.name().substring(0, 2)), one -> print(check, one));
        }
        if (workspace.isEmpty()) {
            return check.ofState(course.shipped(), 1, one -> print(check, one));
        }
        Workspace learners = workspace.get();
        return check.ofWorkspace(learners.files(), learners.stateNumber(), one -> print(check, one));
    }

    private void print(StepCheck check, StepTestResult result) {
        report.print(result);
        if (out.checkError()) {
            // Whoever typed it has ended the command meanwhile.
            check.cancel();
        }
    }
}
