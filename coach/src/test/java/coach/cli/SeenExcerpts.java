package coach.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a file in {@code seen} that READMEs of steps show, replaced by those of the file as it is now.
 *
 * <p>A line is found again by its words: figures, bars and spaces may differ. One that is not found stays, and {@code
 * ReadmeTest} names it.
 *
 * @param steps the folder of all steps
 */
record SeenExcerpts(Path steps, Path file) {

    private static final Pattern BARS = Pattern.compile("[\\u2580-\\u259f]+");
    private static final int BEGINNING = 24;
    private static final String LEFT_OUT = "…";
    private static final Pattern FIGURES =
            Pattern.compile("\\b[0-9a-f]{32}\\b|\\b[0-9a-f]{8}\\b|[−+]?\\d[\\d.,]*( (µs|ms|s)\\b)?");

    void replace() throws IOException {
        List<String> now = Files.readAllLines(file);
        for (Path readme : readmes()) {
            String text = Files.readString(readme).replace("\r\n", "\n");
            String replaced = excerpt()
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                            + String.join(
                                    "\n",
                                    new Lookup(now).all(found.group(2).lines().toList()))
                            + "\n```"));
            Files.writeString(readme, replaced);
        }
    }

    // <!-- seen in steps/06-autopatch/seen/pair-trace.txt -->, and the fenced block behind it
    private Pattern excerpt() {
        String name = "steps/" + steps.relativize(file).toString().replace('\\', '/');
        return Pattern.compile("(?s)(<!-- seen in " + Pattern.quote(name) + " -->\n```text\n)(.*?)\n```");
    }

    private List<Path> readmes() {
        try (Stream<Path> all = Files.walk(steps, 2)) {
            return all.filter(path -> path.endsWith("README.md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + steps, e);
        }
    }

    /** Finds the lines of one excerpt again, in their order. */
    private static final class Lookup {

        private final List<String> left;

        Lookup(List<String> now) {
            left = new ArrayList<>(now);
        }

        List<String> all(List<String> lines) {
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> next(lines.get(i), i + 1 < lines.size() ? lines.get(i + 1) : LEFT_OUT))
                    .toList();
        }

        private String next(String line, String following) {
            List<Integer> places = IntStream.range(0, left.size())
                    .filter(i -> !line.isBlank() && words(left.get(i)).equals(words(line)))
                    .boxed()
                    .toList();
            // A trace has many spans with one name: meant is the one that the excerpt's next line stands behind, too.
            Optional<Integer> meant = places.stream()
                    .filter(i -> i + 1 < left.size() && words(left.get(i + 1)).equals(words(following)))
                    .findFirst();
            return meant.or(() -> places.stream().findFirst())
                    .map(this::take)
                    .orElseGet(() -> isBeginningOf(line, left) ? take(0) : line);
        }

        /** A label that was cut, or «each» in place of «on average», is told by where it stands and how it begins. */
        private static boolean isBeginningOf(String line, List<String> left) {
            return line.length() > BEGINNING && !left.isEmpty() && left.get(0).startsWith(line.substring(0, BEGINNING));
        }

        private String take(int place) {
            String found = left.get(place);
            left.subList(0, place + 1).clear();
            return found;
        }

        private static String words(String line) {
            String unbarred = BARS.matcher(line).replaceAll("");
            return FIGURES.matcher(unbarred)
                    .replaceAll("#")
                    .replaceAll("[\\s#]+", " ")
                    .strip();
        }
    }
}
