package coach.course;

import coach.bar.compiler.FileContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of the two services at one point of the course, and those of a lab's tools.
 *
 * @param name such as «00», as shipped, «07», «10-by-hand» and «12-start»; «workspace» for the learner's
 * @param files where to read each, by its path: {@code beer-donut-app/src/main/java/…}
 */
public record State(String name, SortedMap<String, Path> files) {

    static final String START = "start";

    public State {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    // "00" -> state 00, as shipped; "10-by-hand" -> state 10, by hand; "12-start" -> state 12, at its start
    public String title() {
        if (name.equals("00")) {
            return "state 00, as shipped";
        }
        boolean ofTheCourse = name.matches("\\d.*");
        String half = name.replace("-" + Solution.BY_HAND, ", by hand").replace("-" + START, ", at its start");
        return ofTheCourse ? "state " + half : "the " + name;
    }

    /** Writes each file to its path in that folder. */
    public void writeTo(Path folder) {
        files.forEach((path, source) -> write(FileContent.bytes(source), folder.resolve(path)));
    }

    private static void write(byte[] bytes, Path target) {
        try {
            FileContent.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + target, e);
        }
    }

    /** Gives a hash of all paths and contents; line ends do not change it. */
    public String digest() {
        MessageDigest digest = FileContent.sha256();
        files.forEach((path, file) ->
                digest.update((FileContent.sha256(file) + "  " + path + "\n").getBytes(StandardCharsets.UTF_8)));
        return FileContent.hex(digest.digest());
    }
}
