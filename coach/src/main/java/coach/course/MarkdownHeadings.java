package coach.course;

import coach.bar.compiler.FileContent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads headings and paragraphs from Markdown, as far as the course needs it. */
public final class MarkdownHeadings {

    private MarkdownHeadings() {}

    /** Reads a file with any system's line ends; the text is empty if there is no file. */
    static String read(Path file) {
        return Files.isRegularFile(file) ? new String(FileContent.of(file), StandardCharsets.UTF_8) : "";
    }

    public static Optional<String> firstHeading(String text) {
        return text.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst();
    }

    /** Gives the first paragraph, on one line. */
    public static Optional<String> firstParagraph(String text) {
        String paragraph = text.lines()
                .dropWhile(line -> line.isBlank() || line.startsWith("#"))
                .takeWhile(line -> !line.isBlank() && !line.startsWith("#") && !isFence(line))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return Optional.of(paragraph).filter(found -> !found.isEmpty());
    }

    /** Gives the text under each heading of the second level. */
    static List<String> sections(String text) {
        List<StringBuilder> sections = new ArrayList<>();
        boolean inFence = false;
        for (String line : text.lines().toList()) {
            inFence ^= isFence(line);
            if (!inFence && line.startsWith("## ")) {
                sections.add(new StringBuilder());
            } else if (!sections.isEmpty()) {
                sections.get(sections.size() - 1).append(line).append('\n');
            }
        }
        return sections.stream().map(section -> section.toString().strip()).toList();
    }

    private static boolean isFence(String line) {
        return line.strip().startsWith("```");
    }
}
