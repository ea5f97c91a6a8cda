package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a hint for a step, and a plainer one each time. */
@Command(name = "hint", description = "Gives a hint for a step; asked again, a plainer one.")
final class HintCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NN", arity = "0..1", description = "The step (default: the one you are at).")
    private String step;

    @Parameters(index = "1", paramLabel = "LEVEL", arity = "0..1", description = "Which hint: 1, 2 or 3.")
    private Integer level;

    @Option(names = "--all", description = "All of them at once.")
    private boolean all;

    @Spec
    private CommandSpec spec;

    private final Path repository;
    private final Path given;

    public HintCommand() {
        this(Workshop.repository(), Workshop.hints());
    }

    /** @param given a folder for noting which hints have been given */
    HintCommand(Path repository, Path given) {
        this.repository = repository;
        this.given = given;
    }

    @Override
    public Integer call() {
        Course course = Course.in(repository);
        Step asked = step == null ? Workspace.of(repository).step(course) : course.step(step);
        List<String> hints = asked.hints();
        if (hints.isEmpty()) {
            throw new UserError("Step %s has no hints.%nNext: %s"
                    .formatted(asked.twoDigits(), Workshop.command("check " + asked.twoDigits())));
        }
        if (level != null && (level < 1 || level > hints.size())) {
            throw new UserError("There is no hint %s for step %s; there are 1 to %s.%nNext: %s"
                    .formatted(level, asked.twoDigits(), hints.size(), Workshop.command("hint " + asked.twoDigits())));
        }
        return give(asked, hints);
    }

    private int give(Step asked, List<String> hints) {
        int upTo = level == null ? Math.min(lastGiven(asked) + 1, hints.size()) : level;
        IntStream levels = all ? IntStream.rangeClosed(1, hints.size()) : IntStream.of(upTo);
        PrintWriter out = spec.commandLine().getOut();
        levels.forEach(number -> {
            out.println("Hint %s of %s for step %s, %s"
                    .formatted(
                            number,
                            hints.size(),
                            asked.twoDigits(),
                            asked.title().replaceFirst("^\\d\\d ", "")));
            out.println();
            out.println(hints.get(number - 1));
            out.println();
        });
        boolean last = all || upTo == hints.size();
        note(asked, last ? hints.size() : upTo).ifPresent(out::println);
        out.println("More: " + Workshop.command((last ? "diff " : "hint ") + asked.twoDigits()));
        out.println("Next: " + Workshop.command("check " + asked.twoDigits()));
        return 0;
    }

    private int lastGiven(Step asked) {
        Path file = given.resolve(asked.twoDigits());
        try {
            String noted = Files.isRegularFile(file) ? Files.readString(file).strip() : "0";
            return noted.matches("\\d") ? Integer.parseInt(noted) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** @return a sentence, where nothing can be written */
    private Optional<String> note(Step asked, int level) {
        try {
            Files.createDirectories(given);
            Files.writeString(given.resolve(asked.twoDigits()), Integer.toString(level));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "That you have had this one could not be noted (%s): the next time, say which one you want, as in %s"
                            .formatted(e, Workshop.command("hint " + asked.twoDigits() + " 2")));
        }
    }
}
