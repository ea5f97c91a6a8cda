package test;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.CompiledServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds where the app's code still names a header that carries a trace. */
final class ByHandHeaders {

    private static final Pattern NAME = Pattern.compile("\"(x-b3-\\w+|b3|traceparent)\"", Pattern.CASE_INSENSITIVE);

    private ByHandHeaders() {}

    /** Such as {@code ScoreClient.java:52}, each with its line. */
    static List<String> in(Map<String, Path> files) {
        List<String> found = new ArrayList<>();
        files.forEach((path, file) -> {
            if (path.startsWith(CompiledServices.APP) && path.endsWith(".java")) {
                search(file, found);
            }
        });
        return found;
    }

    private static void search(Path file, List<String> found) {
        try {
            List<String> lines = Files.readAllLines(file, UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (NAME.matcher(lines.get(i)).find()) {
                    found.add("%s:%d  %s"
                            .formatted(file.getFileName(), i + 1, lines.get(i).strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
