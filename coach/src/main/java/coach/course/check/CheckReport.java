package coach.course.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import coach.bar.compiler.CompilationError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.OutputScreen;
import coach.course.Step;
import coach.course.check.StepTestResult.Result;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.terminal.Screen;
import traces.terminal.TextStyle;

/** Prints what a check found, for the person who typed it. */
public final class CheckReport {

    /** A test's notes stand this far to the right. */
    static final String NOTE_INDENT = "    ";

    private final PrintWriter out;
    private final Course course;
    private final Step step;
    private final boolean byHand;
    private final Screen screen;
    private final GuessComparison comparison = new GuessComparison();

    public CheckReport(PrintWriter out, Course course, Step step, boolean byHand, Screen screen) {
        this.out = out;
        this.course = course;
        this.step = step;
        this.byHand = byHand;
        this.screen = screen;
    }

    public void begin(String subject) {
        out.println("Step %s%s: checking %s.".formatted(step.twoDigits(), byHand ? ", by hand" : "", subject));
        out.flush();
    }

    /** Prints a test's result as soon as it has ended, so that a reader sees the check go on. */
    public void print(StepTestResult result) {
        out.println("  " + mark(result.result()) + " " + result.sentence());
        result.notes().forEach(text -> printIndented(text, NOTE_INDENT));
        comparison.add(result);
        out.flush();
    }

    private String mark(Result result) {
        return switch (result) {
            case PASSED -> screen.styled("ok", TextStyle.GREEN) + "    ";
            case NOT_YET -> screen.styled("not yet", TextStyle.RED);
            case INCONCLUSIVE -> screen.styled("unsure", TextStyle.YELLOW) + " ";
            case COULD_NOT_RUN -> screen.styled("failed", TextStyle.RED) + " ";
        };
    }

    private void printIndented(String text, String indent) {
        text.lines()
                .flatMap(line -> OutputScreen.wrapped((indent + line).stripTrailing(), screen.width()).stream())
                .forEach(out::println);
    }

    private void printApart(List<String> lines) {
        if (!lines.isEmpty()) {
            out.println();
            lines.forEach(line -> printIndented(line, ""));
            out.println();
        }
    }

    /** Names the tests that did not run, then says why the last one that ran did not pass. */
    public void end(CheckResult result) {
        skipped(result.skipped());
        if (result.results().isEmpty()) {
            out.println("No test of this step has run.");
        } else if (result.worst() != Result.PASSED) {
            out.println();
            printIndented(result.results().get(result.results().size() - 1).message(), "  ");
            out.println();
        }
    }

    /**
     * Says what the result means, and what to type next.
     *
     * @param guesses the learner's for this step, shown once it is done
     */
    public void conclude(CheckResult result, Optional<String> commit, List<String> guesses) {
        if (result.worst() == Result.PASSED) {
            printApart(comparison.lines(guesses));
        }
        switch (result.worst()) {
            case PASSED -> passed(result, commit);
            case NOT_YET -> notYet();
            case INCONCLUSIVE -> inconclusive();
            case COULD_NOT_RUN -> couldNotRun();
        }
    }

    private void skipped(List<SkippedTest> skipped) {
        Map<String, List<String>> sentences = skipped.stream()
                .collect(groupingBy(SkippedTest::why, LinkedHashMap::new, mapping(SkippedTest::sentence, toList())));
        sentences.forEach((why, tests) -> {
            out.println("  left out (" + why + "):");
            tests.forEach(test -> out.println("    " + test));
        });
    }

    private void passed(CheckResult result, Optional<String> commit) {
        out.println("Step %s%s is done%s.%s"
                .formatted(
                        step.twoDigits(),
                        byHand ? ", by hand," : "",
                        asFarAs(result),
                        commit.map(id -> " What you have is kept as commit " + id + " of the workspace.")
                                .orElse("")));
        out.println("Next: " + next());
    }

    private static String asFarAs(CheckResult result) {
        int left = result.noLongerHolding();
        int ran = result.results().size();
        return left == 0
                ? ""
                : ", by %s of its %s tests: the others no longer hold for this code".formatted(ran, ran + left);
    }

    private String next() {
        if (byHand) {
            return "the second half in steps/%s/README.md, then %s"
                    .formatted(step.name(), Workshop.command("check " + step.twoDigits()));
        }
        return course.steps().stream()
                .filter(other -> other.number() == step.number() + 1)
                .findFirst()
                .map(other -> "read steps/" + other.name() + "/README.md, then "
                        + Workshop.command("check " + other.twoDigits()))
                .orElseGet(() -> lookBack() + nextLab().map(CheckReport::offer).orElse(""));
    }

    /** A lab that changes nothing but its tool makes no request quicker. */
    private String lookBack() {
        return step.lab()
                .filter(lab -> !step.hasHalf())
                .map(lab -> "read %s/README.md: what the finished tool does besides"
                        .formatted(lab.folders().get(0)))
                .orElseGet(() -> Workshop.command("compare 01 " + step.twoDigits()) + " shows how far you have come");
    }

    private Optional<Step> nextLab() {
        return course.labs().stream()
                .filter(lab -> lab.number() > step.number())
                .findFirst();
    }

    private static String offer(Step lab) {
        return "%nThere is more, on another day: steps/%s/README.md, and %s begins it"
                .formatted(lab.name(), Workshop.command("start " + lab.twoDigits()));
    }

    private void notYet() {
        out.println("Step " + step.twoDigits() + " is not there yet.");
        out.println("Next: " + Workshop.command("hint " + step.twoDigits()));
    }

    private void inconclusive() {
        out.println("The measurement says neither yes nor no: too much else runs on this machine. Close what you can.");
        out.println("Next: " + Workshop.command("check " + step.twoDigits()));
    }

    public void couldNotRun() {
        out.println("The check could not run to its end.");
        out.println("Next: %s shows whether the app starts at all; if it does, this machine was too busy: %s"
                .formatted(Workshop.command("up"), Workshop.command("check " + step.twoDigits())));
    }

    public void doesNotCompile(CompilationError e) {
        out.println("Your code does not compile yet. The compiler says:");
        out.println();
        // As javac wrote it: an IDE's terminal makes a link of «Timer.java:1:», and a column is marked below a line.
        e.getMessage().lines().forEach(line -> out.println(("  " + line).stripTrailing()));
        out.println();
        out.println("Next: fix it, then " + Workshop.command("check " + step.twoDigits()));
    }
}
