package coach.bar.compiler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lists the files of a state: those of the two modules, without tests and without files of tools. */
public final class ModuleSources {

    private static final Set<String> TOOL_FILES =
            Set.of(".git", ".idea", ".vscode", ".settings", ".classpath", ".project", ".factorypath");

    private ModuleSources() {}

    /** Returns the files under a folder, by their paths with «/» on every system. */
    public static SortedMap<String, Path> in(Path root) {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String module : CompiledServices.MODULES) {
            files.putAll(allIn(root, module));
        }
        files.keySet().removeIf(path -> !include(path));
        return files;
    }

    // "beer-donut-app/pom.xml" -> true; "beer-donut-app/target/classpath", "coach/pom.xml" -> false
    public static boolean include(String path) {
        String[] names = path.split("/");
        boolean ofModule = names.length > 1 && CompiledServices.MODULES.contains(names[0]);
        boolean ofMaven = names.length > 2 && names[1].equals("target");
        boolean ofTests = names.length > 3 && names[1].equals("src") && names[2].equals("test");
        return ofModule && !ofMaven && !ofTests && List.of(names).stream().noneMatch(ModuleSources::isToolFile);
    }

    private static boolean isToolFile(String name) {
        return TOOL_FILES.contains(name) || isTemporary(name) || name.endsWith(".iml");
    }

    private static boolean isTemporary(String name) {
        return name.equals(".DS_Store")
                || name.equals("Thumbs.db")
                || name.endsWith("~")
                || name.endsWith(".swp")
                || name.startsWith(".#");
    }

    /** Returns all files in a folder below the root, by their paths from the root. */
    public static SortedMap<String, Path> allIn(Path root, String folder) {
        SortedMap<String, Path> files = new TreeMap<>();
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return files;
        }
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    files.put(withSlashes(root.relativize(path)), path);
                    return FileVisitResult.CONTINUE;
                }

                // A file that an editor has deleted since it was listed, or one that may not be read.
                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + start, e);
        }
        return files;
    }

    private static String withSlashes(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
