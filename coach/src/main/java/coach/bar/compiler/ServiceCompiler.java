package coach.bar.compiler;

import coach.bar.environment.Folders;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the services from source, within seconds and without Maven, against the libraries that Maven has fetched.
 *
 * <p>What has been compiled once is kept, by what was in it: a state that has not changed is there at once.
 */
public final class ServiceCompiler {

    private final Path repository;
    private final ClassCache kept;
    private final boolean strict;

    private ServiceCompiler(Path repository, Path folder, boolean strict) {
        this.repository = repository;
        this.kept = new ClassCache(folder);
        this.strict = strict;
    }

    /** For a learner's code: it may warn. */
    public static ServiceCompiler lenient(Path repository, Path folder) {
        return new ServiceCompiler(repository, folder, false);
    }

    /** For what we publish: a warning is an error. */
    public static ServiceCompiler strict(Path repository, Path folder) {
        return new ServiceCompiler(repository, folder, true);
    }

    /**
     * What lies in these files, by their paths in a state of the course.
     *
     * @param label what it is, for people and in traces
     * @throws CompilationError with javac's words
     * @throws UserError when a file cannot be read, or nothing can be written
     */
    public CompiledServices compile(String label, SortedMap<String, Path> files) throws CompilationError {
        SourceFiles sources = new SourceFiles(files);
        try {
            String digest = sources.digest(repository) + (strict ? "" : "-lenient");
            Optional<Path> before = kept.find(digest);
            return code(label, before.isPresent() ? before.get() : compileAnew(sources, digest));
        } catch (IOException e) {
            throw new UserError("The code could not be compiled: " + e, e);
        }
    }

    private CompiledServices code(String label, Path folder) {
        Map<String, CompiledServices.Module> modules = new HashMap<>();
        for (String name : CompiledServices.MODULES) {
            Path home = folder.resolve(name);
            modules.put(
                    name,
                    new CompiledServices.Module(
                            home.resolve("classes"),
                            CompiledServices.libraries(repository, name),
                            CompiledServices.otel(home)));
        }
        return new CompiledServices(label, Map.copyOf(modules));
    }

    private Path compileAnew(SourceFiles sources, String digest) throws IOException, CompilationError {
        Path unfinished = kept.newFolder();
        try {
            for (String module : CompiledServices.MODULES) {
                Path home = unfinished.resolve(module);
                Path classes = Files.createDirectories(home.resolve("classes"));
                javac(module, sources.java(module), classes);
                for (Map.Entry<String, Path> resource :
                        sources.resources(module).entrySet()) {
                    copy(resource.getValue(), classes.resolve(resource.getKey()));
                }
                if (sources.otel(module) != null) {
                    copy(sources.otel(module), home.resolve("otel.properties"));
                }
            }
            return kept.keep(unfinished, digest);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private void javac(String module, List<Path> files, Path classes) throws IOException, CompilationError {
        if (files.isEmpty()) {
            throw new CompilationError(module + " has no Java files.");
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = javac.getTask(
                            words,
                            manager,
                            null,
                            options(module, classes),
                            null,
                            manager.getJavaFileObjectsFromPaths(readable(files)))
                    .call();
            if (!done) {
                throw new CompilationError(words.toString().strip());
            }
        }
    }

    /** As javac will name them: from where we are, if that is shorter. */
    private static List<Path> readable(List<Path> files) {
        Path here = Path.of("").toAbsolutePath();
        return files.stream()
                .map(Path::toAbsolutePath)
                .map(file -> file.startsWith(here) ? here.relativize(file) : file)
                .toList();
    }

    private List<String> options(String module, Path classes) {
        List<String> options = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-classpath",
                CompiledServices.jars(module, CompiledServices.libraries(repository, module)),
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "-parameters",
                "-proc:none"));
        if (strict) {
            options.addAll(List.of("-Xlint:all,-classfile,-try", "-Werror"));
        }
        return options;
    }
}
