package coach.check;

import coach.code.DoesNotCompile;
import coach.course.Course;
import coach.course.Step;
import coach.trial.Judged;
import coach.trial.Judged.Result;
import coach.workshop.Workshop;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** What a check says to the person who has typed it. */
final class Report {

    private final PrintWriter out;
    private final Step step;
    private final boolean byHand;

    Report(PrintWriter out, Step step, boolean byHand) {
        this.out = out;
        this.step = step;
        this.byHand = byHand;
    }

    void begin(String subject) {
        out.println("Step %s%s: checking %s.".formatted(step.twoDigits(), byHand ? ", by hand" : "", subject));
        out.flush();
    }

    /** A line as soon as a test has ended, so that nobody wonders whether anything happens. */
    void judged(Judged judged) {
        out.println(Ansi.AUTO.string(mark(judged.result())) + " " + judged.sentence());
        judged.said().forEach(text -> printIndented(text, "    "));
        out.flush();
    }

    private static String mark(Result result) {
        return switch (result) {
            case PASSED -> "  @|green ok|@    ";
            case NOT_YET -> "  @|red not yet|@";
            case INCONCLUSIVE -> "  @|yellow unsure|@ ";
            case COULD_NOT_RUN -> "  @|red failed|@ ";
        };
    }

    private void printIndented(String text, String indent) {
        text.lines().forEach(line -> out.println((indent + line).stripTrailing()));
    }

    /** The worst of all results; no test at all is no pass. */
    Result end(List<Judged> judged) {
        Judged last = judged.isEmpty() ? null : judged.get(judged.size() - 1);
        if (last == null) {
            out.println("No test of this step has run.");
            return Result.COULD_NOT_RUN;
        }
        if (last.result() != Result.PASSED) {
            out.println();
            printIndented(last.message(), "  ");
            out.println();
        }
        return last.result();
    }

    void passed(Optional<String> commit) {
        out.println("Step %s%s is done.%s"
                .formatted(
                        step.twoDigits(),
                        byHand ? ", by hand," : "",
                        commit.map(id -> " What you have is kept as commit " + id + " of the workspace.")
                                .orElse("")));
        out.println("Next: " + next());
    }

    private String next() {
        Course course = Course.in(Workshop.repository());
        if (byHand) {
            return "the second half in steps/%s/README.md, then %s"
                    .formatted(step.name(), Workshop.command("check " + step.twoDigits()));
        }
        return course.steps().stream()
                .filter(other -> other.number() == step.number() + 1)
                .findFirst()
                .map(other -> "read steps/" + other.name() + "/README.md, then "
                        + Workshop.command("check " + other.twoDigits()))
                .orElse(Workshop.command("compare 01 " + step.twoDigits()) + " shows how far you have come");
    }

    void notYet() {
        out.println("Step " + step.twoDigits() + " is not there yet.");
        out.println("Next: " + Workshop.command("hint " + step.twoDigits()));
    }

    void inconclusive() {
        out.println("The measurement says neither yes nor no: too much else runs on this machine. Close what you can.");
        out.println("Next: " + Workshop.command("check " + step.twoDigits()));
    }

    void couldNotRun() {
        out.println("The check could not run to its end.");
        out.println("Next: " + Workshop.command("up") + " shows whether the app starts at all");
    }

    void doesNotCompile(DoesNotCompile e) {
        out.println("Your code does not compile yet. The compiler says:");
        out.println();
        printIndented(e.getMessage(), "  ");
        out.println();
        out.println("Next: mend it, then " + Workshop.command("check " + step.twoDigits()));
    }
}
