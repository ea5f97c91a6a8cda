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

/** The files that make up a state: those of the two modules, without what tools and tests put beside them. */
public final class ModuleSources {

    private static final Set<String> OF_TOOLS =
            Set.of(".git", ".idea", ".vscode", ".settings", ".classpath", ".project", ".factorypath");

    private ModuleSources() {}

    /** All of them under this folder, by their paths as one writes them everywhere: with «/». */
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
        return ofModule && !ofMaven && !ofTests && List.of(names).stream().noneMatch(ModuleSources::isOfTools);
    }

    private static boolean isOfTools(String name) {
        return OF_TOOLS.contains(name) || isDropping(name) || name.endsWith(".iml");
    }

    private static boolean isDropping(String name) {
        return name.equals(".DS_Store")
                || name.equals("Thumbs.db")
                || name.endsWith("~")
                || name.endsWith(".swp")
                || name.startsWith(".#");
    }

    /** Whatever lies in that folder of the root, with its path from the root. */
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

                // An editor's passing file, gone since it was listed, or one that is nobody's business.
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
