package coach.bar.compiler;

import coach.bar.environment.UserError;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The module of a lab, and how the workshop builds it without Maven.
 *
 * @param folder its path from the repository or the workspace, such as {@code labs/socket-tracer}
 * @param settings its file {@code workshop.properties}: {@code libraries}, names of jars that the bar has already, or
 *     {@code maven} for those that Maven has listed for the tool; and {@code javaagent}, the agent's options for the bar's
 *     app
 */
record LabModule(String folder, Properties settings) {

    /** The folder that holds the modules of labs. */
    static final String FOLDER = "labs";

    static final String SETTINGS = "workshop.properties";

    private static final String LISTED_BY_MAVEN = "maven";

    /** The parts that have a list of libraries: no other library is there without a network. */
    private static final List<String> HAVE_LIBRARIES = List.of(CompiledServices.APP, "coach");

    /**
     * Returns the modules of labs that have files there.
     *
     * @param files by their paths in a state
     */
    static List<LabModule> in(SortedMap<String, Path> files) {
        SortedSet<String> folders = new TreeSet<>();
        files.keySet().stream()
                .filter(path -> path.startsWith(FOLDER + "/"))
                .forEach(path -> folders.add(path.substring(0, path.indexOf('/', FOLDER.length() + 1))));
        return folders.stream()
                .map(folder -> new LabModule(folder, settings(files.get(folder + "/" + SETTINGS))))
                .toList();
    }

    /** @param file null for a module without settings */
    static Properties settings(Path file) {
        Properties settings = new Properties();
        try {
            settings.load(new ByteArrayInputStream(file == null ? new byte[0] : FileContent.bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
        return settings;
    }

    /** Returns the jars that the module is compiled against, and runs with. */
    List<Path> libraries(Path repository) {
        String names = settings.getProperty("libraries", "").strip();
        if (names.equals(LISTED_BY_MAVEN)) {
            return listed(folder, repository).toList();
        }
        return Stream.of(names.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> library(name, repository))
                .toList();
    }

    private Path library(String name, Path repository) {
        return HAVE_LIBRARIES.stream()
                .flatMap(part -> listed(part, repository))
                .filter(jar -> jar.getFileName().toString().matches(name + "-\\d.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new UserError("%s/%s names the library %s, which neither %s has."
                        .formatted(folder, SETTINGS, name, String.join(" nor ", HAVE_LIBRARIES))));
    }

    private static Stream<Path> listed(String part, Path repository) {
        String jars = CompiledServices.jars(part, CompiledServices.libraries(repository, part));
        return Stream.of(jars.split(File.pathSeparator)).map(Path::of);
    }

    static String classPath(List<Path> libraries) {
        return libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns where its jar is, among the compiled code. */
    Path jar(Path compiled) {
        return compiled.resolve(folder.substring(FOLDER.length() + 1) + ".jar");
    }

    /** Returns the options with which the jar is attached to the app, where it is an agent. */
    Optional<String> agentOptions() {
        return Optional.ofNullable(settings.getProperty("javaagent"));
    }
}
