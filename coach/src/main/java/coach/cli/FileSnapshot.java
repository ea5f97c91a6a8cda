package coach.cli;

import coach.course.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a workspace at one moment, each with its time and size.
 *
 * <p>Two snapshots are compared instead of waiting for the system's events: those of macOS come up to ten seconds
 * late.
 */
record FileSnapshot(Map<String, String> files) {

    static FileSnapshot in(Workspace workspace) {
        Map<String, String> files = new HashMap<>();
        workspace.files().files().forEach((path, file) -> {
            if (isRead(path)) {
                files.put(path, stamp(file));
            }
        });
        return new FileSnapshot(files);
    }

    /** Says whether a service or its agent reads that file: a learner's answers are read by a check alone. */
    static boolean isRead(String path) {
        return !path.endsWith("/answers.properties");
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return seen.lastModifiedTime() + " " + seen.size();
        } catch (IOException e) {
            // An editor moves a new file into the place of the old one, and for a moment there is none.
            return "gone";
        }
    }

    /** The paths that differ from an earlier snapshot. */
    Set<String> since(FileSnapshot before) {
        return Stream.concat(files.keySet().stream(), before.files.keySet().stream())
                .filter(path -> !Objects.equals(files.get(path), before.files.get(path)))
                .collect(Collectors.toSet());
    }
}
