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
 * <p>Compiled classes are cached under a hash of the sources: a state that has not changed needs no compiler.
 */
public final class ServiceCompiler {

    private static final String CLASSES = "classes";

    private final Path repository;
    private final ClassCache cache;
    private final boolean strict;

    private ServiceCompiler(Path repository, Path folder, boolean strict) {
        this.repository = repository;
        this.cache = new ClassCache(folder);
        this.strict = strict;
    }

    /** Returns a compiler for a learner's code, which may have warnings. */
    public static ServiceCompiler lenient(Path repository, Path folder) {
        return new ServiceCompiler(repository, folder, false);
    }

    /** Returns a compiler for the course's own code: a warning is an error. */
    public static ServiceCompiler strict(Path repository, Path folder) {
        return new ServiceCompiler(repository, folder, true);
    }

    /**
     * Compiles the files of a state.
     *
     * @param label the name of the code, for people and in traces
     * @param files by their paths in a state of the course
     * @throws CompilationError with javac's output
     * @throws UserError when a file cannot be read, or nothing can be written
     */
    public CompiledServices compile(String label, SortedMap<String, Path> files) throws CompilationError {
        Map<String, CompiledServices.Module> modules = new HashMap<>();
        for (String module : CompiledServices.MODULES) {
            modules.put(module, compile(module, SourceFiles.of(module, files)));
        }
        List<LabJar> jars = new ArrayList<>();
        for (LabModule lab : LabModule.in(files)) {
            jars.add(compile(lab, SourceFiles.of(lab.folder(), files)));
        }
        return new CompiledServices(label, Map.copyOf(modules), jars);
    }

    /**
     * Compiles a lab's module alone.
     *
     * @param folder its path, such as {@code labs/socket-tracer}
     * @throws CompilationError with javac's output
     */
    public LabJar compileLab(String folder, SortedMap<String, Path> files) throws CompilationError {
        LabModule lab = LabModule.in(files).stream()
                .filter(module -> module.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no " + folder + " in this code."));
        return compile(lab, SourceFiles.of(folder, files));
    }

    /** Each for itself: a file of one service that is saved leaves the other's classes as they are. */
    private CompiledServices.Module compile(String module, SourceFiles sources) throws CompilationError {
        Path libraries = CompiledServices.libraries(repository, module);
        Path home = compile(sources, CompiledServices.jars(module, libraries), unfinished -> {});
        return new CompiledServices.Module(home.resolve(CLASSES), libraries, CompiledServices.otel(home));
    }

    private LabJar compile(LabModule lab, SourceFiles sources) throws CompilationError {
        List<Path> libraries = lab.libraries(repository);
        Path home = compile(
                sources,
                LabModule.classPath(libraries),
                unfinished -> LabJar.write(unfinished.resolve(CLASSES), libraries, lab.jar(unfinished)));
        return new LabJar(lab.jar(home), lab.agentOptions());
    }

    /** Adds to a folder in which the classes are already. */
    @FunctionalInterface
    private interface LastStep {

        void into(Path unfinished) throws IOException;
    }

    /** Returns the folder that has the classes, compiled now or earlier. */
    private Path compile(SourceFiles sources, String classPath, LastStep last) throws CompilationError {
        try {
            String digest = sources.digest(classPath) + (strict ? "" : "-lenient");
            Optional<Path> cached = cache.find(digest);
            return cached.isPresent() ? cached.get() : compileAnew(sources, classPath, digest, last);
        } catch (IOException e) {
            throw new UserError("The code could not be compiled: " + e, e);
        }
    }

    private Path compileAnew(SourceFiles sources, String classPath, String digest, LastStep last)
            throws IOException, CompilationError {
        Path unfinished = cache.newFolder();
        try {
            Path classes = Files.createDirectories(unfinished.resolve(CLASSES));
            javac(sources.module(), classPath, sources.java(), classes);
            for (Map.Entry<String, Path> resource : sources.resources().entrySet()) {
                copy(resource.getValue(), classes.resolve(resource.getKey()));
            }
            if (sources.otel() != null) {
                copy(sources.otel(), unfinished.resolve("otel.properties"));
            }
            last.into(unfinished);
            return cache.keep(unfinished, digest);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private void javac(String module, String classPath, List<Path> files, Path classes)
            throws IOException, CompilationError {
        if (files.isEmpty()) {
            throw new CompilationError(module + " has no Java files.");
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = javac.getTask(
                            output,
                            manager,
                            null,
                            options(classPath, classes),
                            null,
                            manager.getJavaFileObjectsFromPaths(relative(files)))
                    .call();
            if (!done) {
                throw new CompilationError(output.toString().strip());
            }
        }
    }

    /** Shortens paths below the current folder, because javac prints them. */
    private static List<Path> relative(List<Path> files) {
        Path here = Path.of("").toAbsolutePath();
        return files.stream()
                .map(Path::toAbsolutePath)
                .map(file -> file.startsWith(here) ? here.relativize(file) : file)
                .toList();
    }

    private List<String> options(String classPath, Path classes) {
        List<String> options = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-classpath",
                classPath,
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
