package steps;

import coach.course.Course;
import coach.course.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whole files that are laid over the official state of a step, to make another solution of it.
 *
 * @param folder such as {@code 08-static-map}; it holds the files at their paths, and a note named as {@code note}
 * @param note the name of a file that is about the solution, and not part of it
 */
record SolutionOverlay(Path folder, String note) {

    /** Gives those in that folder, in the order of their names. */
    static List<SolutionOverlay> in(Path all, String note) {
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> new SolutionOverlay(folder, note))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + all, e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    int step() {
        return Integer.parseInt(name().substring(0, 2));
    }

    /** The official state, with these files in it. */
    State over(Course course) {
        State official = course.state(step());
        SortedMap<String, Path> files = new TreeMap<>(official.files());
        try (Stream<Path> others = Files.walk(folder)) {
            others.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals(note))
                    .forEach(file ->
                            files.put(folder.relativize(file).toString().replace('\\', '/'), file.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + folder, e);
        }
        return new State(official.name(), files);
    }

    /** The note, without its lines behind #, which are for people. */
    String text() {
        try (Stream<String> lines = Files.lines(folder.resolve(note))) {
            return String.join("\n", lines.filter(line -> !line.startsWith("#")).toList())
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the note of " + name(), e);
        }
    }
}
