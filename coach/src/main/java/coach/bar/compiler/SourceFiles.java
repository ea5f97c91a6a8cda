package coach.bar.compiler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The source files of a service or of a lab's module.
 *
 * @param module the folder of the module
 * @param files by their paths in a state, such as {@code beer-donut-app/src/main/java/beerdonut/Settings.java}
 */
record SourceFiles(String module, SortedMap<String, Path> files) {

    private static final String JAVA = "/src/main/java/";
    private static final String RESOURCES = "/src/main/resources/";

    /** @param all the files of a state */
    static SourceFiles of(String module, SortedMap<String, Path> all) {
        SortedMap<String, Path> files = new TreeMap<>(all);
        files.keySet().removeIf(path -> !path.startsWith(module + "/"));
        return new SourceFiles(module, files);
    }

    List<Path> java() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(module + JAVA))
                .filter(file -> file.getKey().endsWith(".java"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the resources, by their paths below the folder of classes. */
    SortedMap<String, Path> resources() {
        SortedMap<String, Path> resources = new TreeMap<>();
        String folder = module + RESOURCES;
        files.forEach((path, file) -> {
            if (path.startsWith(folder)) {
                resources.put(path.substring(folder.length()), file);
            }
        });
        return resources;
    }

    Path otel() {
        return files.get(module + "/otel.properties");
    }

    /** Returns a hash of all paths and contents, and of the list of libraries. */
    String digest(String classPath) throws IOException {
        MessageDigest digest = FileContent.sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            digest.update(file.getKey().getBytes(UTF_8));
            digest.update(FileContent.sha256().digest(Files.readAllBytes(file.getValue())));
        }
        digest.update(classPath.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(), 0, 10);
    }
}
