package steps;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block, and the file that the comment in front of it says it is from.
 *
 * <pre>
 *   &lt;!-- from beer-donut-app/src/main/java/beerdonut/pairing/Pairings.java --&gt;
 *   &lt;!-- seen in steps/07-eager-loading/seen/measure.txt --&gt;
 * </pre>
 */
record Fence(String language, List<String> lines, Optional<String> source) {

    private static final Pattern SOURCE = Pattern.compile("<!-- (from|seen in) (\\S+) -->");

    static List<Fence> in(Text text) {
        List<Fence> fences = new ArrayList<>();
        String before = "";
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.startsWith("```")) {
                Matcher source = SOURCE.matcher(before);
                fences.add(new Fence(
                        line.substring(3),
                        untilTheEnd(lines),
                        source.matches() ? Optional.of(source.group(2)) : Optional.empty()));
            }
            before = line;
        }
        return fences;
    }

    private static List<String> untilTheEnd(Iterator<String> lines) {
        List<String> inside = new ArrayList<>();
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("```")) {
                return inside;
            }
            inside.add(line);
        }
        throw new IllegalStateException("a fence is never closed: " + inside);
    }

    /** Says whether the fence holds commands, which are in no file. */
    boolean isToType() {
        return language.equals("sh") || language.equals("powershell");
    }

    /** Gives the lines that the file does not have in this order; empty when all are there. */
    List<String> missing(Path repository) {
        if (source.isEmpty() || !Files.isRegularFile(repository.resolve(source.get()))) {
            return List.of(source.orElse("no file is named") + ": " + lines);
        }
        List<String> file = Text.of(repository.resolve(source.get())).lines();
        int indent = indentOf(file);
        int at = 0;
        List<String> missing = new ArrayList<>();
        for (String line : lines) {
            int found = isLeftOut(line) ? at - 1 : indexOf(file, at, line, indent);
            if (found < 0 && !isLeftOut(line)) {
                missing.add(source.get() + ": " + line);
            }
            at = Math.max(at, found + 1);
        }
        return missing;
    }

    private static boolean isLeftOut(String line) {
        return line.isBlank() || line.strip().equals("…");
    }

    private static int indexOf(List<String> file, int from, String line, int indent) {
        for (int i = from; i < file.size(); i++) {
            if (file.get(i).stripTrailing().equals(" ".repeat(indent) + line)) {
                return i;
            }
        }
        return -1;
    }

    /** By how much the block was shifted to the left: the same for all its lines. */
    private int indentOf(List<String> file) {
        String first =
                lines.stream().filter(line -> !isLeftOut(line)).findFirst().orElse("");
        return file.stream()
                .map(String::stripTrailing)
                .filter(line -> line.endsWith(first)
                        && line.substring(0, line.length() - first.length()).isBlank())
                .mapToInt(line -> line.length() - first.length())
                .findFirst()
                .orElse(0);
    }
}
