package steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text file, with any system's line ends. */
record Text(String text) {

    static Text of(Path file) {
        try {
            return new Text(Files.readString(file).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** Gives the first group of each match of the pattern. */
    Stream<String> found(Pattern pattern) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    /** The headings of that level, outside of fenced blocks. */
    List<String> headings(String level) {
        List<String> headings = new ArrayList<>();
        boolean inFence = false;
        for (String line : lines()) {
            inFence ^= line.startsWith("```");
            if (!inFence && line.startsWith(level)) {
                headings.add(line.substring(level.length()));
            }
        }
        return headings;
    }
}
