package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.Guesses;
import coach.course.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.model.Printable;

/** Keeps the learner's guess for a step until the step's check shows it beside what was measured. */
@Command(name = "guess", description = "Keeps your guess for a step; its check ends with it, beside what was measured.")
final class GuessCommand implements Callable<Integer> {

    private static final int LONGEST = 500;

    @Parameters(index = "0", paramLabel = "NN", description = "The step, such as 07.")
    private String number;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "GUESS",
            description = "Your guess, such as \"a tenth of the time\"; without one, what you have guessed so far.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec;

    private final Path repository;

    public GuessCommand() {
        this(Workshop.repository());
    }

    GuessCommand(Path repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        Step step = Course.in(repository).step(number);
        Guesses guesses = new Guesses(Workspace.of(repository));
        String guess = Printable.of(String.join(" ", words)).strip();
        return guess.isEmpty() ? show(step, guesses.of(step.number())) : keep(step, guess, guesses);
    }

    private int show(Step step, List<String> guesses) {
        if (guesses.isEmpty()) {
            throw new UserError("There is no guess for step %s yet.%nNext: %s"
                    .formatted(
                            step.twoDigits(), Workshop.command("guess " + step.twoDigits() + " \"what you expect\"")));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("You guessed for step " + step.twoDigits() + ":");
        guesses.forEach(guess -> out.println("  " + guess));
        out.println("Next: " + Workshop.command("check " + step.twoDigits()));
        return 0;
    }

    private int keep(Step step, String guess, Guesses guesses) {
        if (guess.length() > LONGEST) {
            throw new UserError(
                    "A guess has at most %d characters, this one has %d.".formatted(LONGEST, guess.length()));
        }
        String commit = guesses.keep(step.number(), guess);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Kept for step %s: %s".formatted(step.twoDigits(), guess));
        out.println("It is commit %s of your workspace, which no reset and no solution takes away.".formatted(commit));
        out.println("Once the step is done, its check shows it beside what was measured.");
        out.println("Next: read on in steps/%s/README.md, then %s"
                .formatted(step.name(), Workshop.command("check " + step.twoDigits())));
        return 0;
    }
}
