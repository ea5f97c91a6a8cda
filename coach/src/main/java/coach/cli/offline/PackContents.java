package coach.cli.offline;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the files of a pack, by their names in the pack. */
final class PackContents {

    private static final String MAVEN = ".workshop/maven/";
    private static final List<String> PARTS_OF_MAVEN =
            List.of("bin", "boot", "lib", "conf/logging", "LICENSE", "NOTICE");

    private final SortedMap<String, Path> files = new TreeMap<>();
    /** The folder for files that exist for the pack only. */
    private final Path own;

    PackContents(Path own) {
        this.own = own;
    }

    SortedMap<String, Path> files() {
        return files;
    }

    void addTracked(Path repository) {
        files.putAll(TrackedFiles.in(repository));
    }

    /** The classes of each module, and the lists of the jars that they need. */
    void addBuilt(Path clone, Path libraries) throws IOException {
        for (String module : Build.MODULES) {
            addAll(clone.resolve(module).resolve("target/classes"), module + "/target/classes/");
        }
        for (String list : Build.NAME_LIBRARIES) {
            add(list, relative(Files.readString(clone.resolve(list)).strip(), libraries));
        }
    }

    /** Adds the class that {@code java -jar} runs. */
    void addUnpack(Path clone) throws IOException {
        String name = Unpack.class.getName().replace('.', '/') + ".class";
        files.put(name, clone.resolve("coach/target/classes").resolve(name));
        add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: " + Unpack.class.getName() + "\n");
    }

    // "/home/me/repository/a/a.jar:/home/me/repository/b/b.jar" -> .workshop/maven-repository/a/a.jar, and b/b.jar on
    // the next line
    private static String relative(String jars, Path libraries) {
        return Stream.of(jars.split(File.pathSeparator))
                .map(jar -> Unpack.LIBRARIES + "/" + withSlashes(libraries.relativize(Path.of(jar))))
                .collect(Collectors.joining("\n"));
    }

    void addLibraries(Path libraries) throws IOException {
        addAll(libraries, Unpack.LIBRARIES + "/");
    }

    /** Maven itself, but none of its settings: they are this machine's. */
    void addMaven(Path home) throws IOException {
        for (String part : PARTS_OF_MAVEN) {
            Path path = home.resolve(part);
            if (Files.isRegularFile(path)) {
                files.put(MAVEN + part, path);
            } else if (Files.isDirectory(path)) {
                addAll(path, MAVEN + part + "/");
            }
        }
        // Extensions that were installed on this machine.
        files.keySet().removeIf(name -> name.startsWith(MAVEN + "lib/ext/"));
    }

    void addImages(Path tar) {
        files.put(".workshop/" + Unpack.IMAGES, tar);
    }

    private void add(String name, String text) throws IOException {
        Path file = own.resolve(name);
        Files.createDirectories(file.getParent());
        files.put(name, Files.writeString(file, text));
    }

    /** Links are followed: a system's package of Maven is full of them. */
    private void addAll(Path folder, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(prefix + withSlashes(folder.relativize(file)), file));
        }
    }

    private static String withSlashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
