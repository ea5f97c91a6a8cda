package coach.course;

import coach.bar.compiler.ModuleSources;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step of the course, or a lab, in its folder.
 *
 * @param name the folder's name: «07-eager-loading»
 * @param solution the folder of its solution; step 01 has none
 */
public record Step(int number, String name, Path folder, Path solution) {

    public String twoDigits() {
        return twoDigits(number);
    }

    public static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Gives the first heading of the step's README, or the step's name while there is none. */
    public String title() {
        return MarkdownHeadings.firstHeading(MarkdownHeadings.read(readme())).orElse(name);
    }

    /** Gives the first paragraph under that heading, on one line. */
    public Optional<String> summary() {
        return MarkdownHeadings.firstParagraph(MarkdownHeadings.read(readme()));
    }

    public Path readme() {
        return folder.resolve("README.md");
    }

    /** Finds the file in the step's test folder whose name ends with Test.java. */
    public Optional<Path> test() {
        Path tests = folder.resolve("test");
        if (!Files.isDirectory(tests)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(tests)) {
            return files.filter(file -> isTest(file.getFileName().toString()))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + tests, e);
        }
    }

    private static boolean isTest(String name) {
        return name.endsWith("Test.java") && ModuleSources.isJava(name);
    }

    // steps/07-eager-loading/test/EagerLoadingTest.java -> test.EagerLoadingTest
    public String testClass() {
        return test().map(file -> "test." + file.getFileName().toString().replaceFirst("\\.java$", ""))
                .orElseThrow(() -> new UserError(
                        "Step %s has no test: in %s there should be a file whose name ends with Test.java."
                                .formatted(twoDigits(), folder.resolve("test"))));
    }

    /** Gives the hints, from the vaguest to the plainest. */
    public List<String> hints() {
        return MarkdownHeadings.sections(MarkdownHeadings.read(folder.resolve("hints.md")));
    }

    /** Says whether the step's solution has two halves, the first of them by hand: that of a lab is its tool. */
    public boolean hasHalf() {
        return lab().isPresent() ? Files.isDirectory(solution) : Files.isDirectory(solution.resolve(Solution.BY_HAND));
    }

    /** Gives what makes it a lab, if it is one. */
    public Optional<Lab> lab() {
        return Lab.of(folder);
    }
}
