package coach.bar.compiler;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A tool of {@code labs/} that has a main class, as the command that starts it.
 *
 * @param command the beginning of a command line; the tool's own arguments follow
 */
public record LabProgram(List<String> command) {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Returns the finished tool, as Maven has built it. */
    public static LabProgram finished(Path repository, String folder, String mainClass) {
        Path classes = repository.resolve(folder).resolve("target").resolve("classes");
        String libraries = CompiledServices.jars(folder, CompiledServices.libraries(repository, folder));
        return new LabProgram(List.of(
                JAVA,
                // A terminal is asked for its width through native calls; the jar's manifest says the same.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + File.pathSeparator + libraries,
                mainClass));
    }

    /**
     * Compiles a learner's copy of the tool.
     *
     * @param compiler for the learner's code
     * @throws CompilationError with javac's output
     */
    public static LabProgram ofALearner(ServiceCompiler compiler, String folder, SortedMap<String, Path> files)
            throws CompilationError {
        return of(compiler.compileLab(folder, files));
    }

    /** Returns the tool in a jar whose manifest names the main class. */
    public static LabProgram of(LabJar lab) {
        return new LabProgram(List.of(JAVA, "-jar", lab.jar().toString()));
    }

    /** Returns the whole command. */
    public List<String> with(List<String> arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(arguments);
        return all;
    }
}
