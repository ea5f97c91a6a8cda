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
import javax.lang.model.SourceVersion;

/** Lists the files of a state: those of the two services and of labs, without tests and without files of tools. */
public final class ModuleSources {

    private static final String JAVA = ".java";
    private static final Set<String> TESTS = Set.of("test", "fixtures");
    private static final Set<String> SYSTEM_FILES = Set.of("Thumbs.db", "desktop.ini");
    /** The ends of the names of backups, of files that an editor is about to move into place, and of leavings of a merge. */
    private static final List<String> TEMPORARY_ENDS =
            List.of("~", ".swp", ".tmp", ".bak", "___jb_tmp___", "___jb_old___", ".orig", ".rej");

    private ModuleSources() {}

    /** Returns the files of all modules under a folder, by their paths with «/» on every system. */
    public static SortedMap<String, Path> in(Path root) {
        SortedMap<String, Path> files = services(root);
        files.putAll(module(root, LabModule.FOLDER));
        return files;
    }

    /** Returns the files of the two services under a folder. */
    public static SortedMap<String, Path> services(Path root) {
        SortedMap<String, Path> files = new TreeMap<>();
        CompiledServices.MODULES.forEach(module -> files.putAll(module(root, module)));
        return files;
    }

    /** Returns the files of one module under a folder, such as {@code labs/socket-tracer}. */
    public static SortedMap<String, Path> module(Path root, String module) {
        SortedMap<String, Path> files = allIn(root, module);
        files.keySet().removeIf(path -> !include(path));
        return files;
    }

    // "beer-donut-app/pom.xml", "labs/socket-tracer/pom.xml" -> true; "beer-donut-app/target/classpath",
    // "coach/pom.xml" -> false
    public static boolean include(String path) {
        boolean ofLab = path.startsWith(LabModule.FOLDER + "/");
        String[] names = (ofLab ? path.substring(LabModule.FOLDER.length() + 1) : path).split("/");
        boolean ofModule = names.length > 1 && (ofLab || CompiledServices.MODULES.contains(names[0]));
        boolean ofMaven = names.length > 2 && names[1].equals("target");
        boolean ofTests = names.length > 3 && names[1].equals("src") && TESTS.contains(names[2]);
        return ofModule && !ofMaven && !ofTests && List.of(names).stream().noneMatch(ModuleSources::isToolFile);
    }

    private static boolean isToolFile(String name) {
        return isTemporary(name) || name.endsWith(".iml") || name.endsWith(JAVA) && !isJava(name);
    }

    /** Hidden files are tools' own: .git, .idea, Emacs' .#Timer.java, vim's .Timer.java.swp, macOS' ._Timer.java. */
    private static boolean isTemporary(String name) {
        return name.startsWith(".")
                || name.startsWith("#")
                || name.startsWith("~$")
                || TEMPORARY_ENDS.stream().anyMatch(name::endsWith)
                || SYSTEM_FILES.contains(name);
    }

    // "Timer.java", "package-info.java" -> true; "#Timer.java#", "Timer (1).java", "Timer - Copy.java" -> false
    public static boolean isJava(String name) {
        if (!name.endsWith(JAVA)) {
            return false;
        }
        String type = name.substring(0, name.length() - JAVA.length());
        return SourceVersion.isIdentifier(type) || type.equals("package-info") || type.equals("module-info");
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
