package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.FileContent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The start of a service in a JVM of its own.
 *
 * @param jvmOptions besides those that every service has
 * @param environment variables in addition to the coach's own
 * @param module the service's classes, libraries and settings for tracing
 * @param libraries the jars, as a class path
 */
record ServiceLaunch(
        ServiceProgram program,
        List<String> jvmOptions,
        Map<String, String> environment,
        CompiledServices.Module module,
        String libraries) {

    private static final String HEAP = "-Xmx256m";

    /** Returns the command that runs the service, with the JVM that runs the coach. */
    List<String> command() {
        List<String> command = jvm(module.classes());
        command.add(program.mainClass());
        return command;
    }

    /**
     * Returns the command for a JVM whose class path begins with these folders instead of the service's classes; the
     * main class is to follow.
     */
    List<String> jvm(Path... folders) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // The bar has to open within seconds on two cores, so compiler and collector are the ones that start quickly. A
        // pair's cost is round trips: it takes the same with both compilers (446 ms) as with one (453 ms).
        command.addAll(List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        command.addAll(jvmOptions);
        List<String> classPath = new ArrayList<>();
        List.of(folders).forEach(folder -> classPath.add(folder.toString()));
        classPath.add(libraries);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
        return command;
    }

    /** Returns whether a JVM that was started for the other one can run this: all that it has read by now is the same. */
    boolean hasSameJvm(ServiceLaunch other) {
        return program == other.program
                && jvmOptions.equals(other.jvmOptions)
                && libraries.equals(other.libraries)
                && environmentWithoutFile().equals(other.environmentWithoutFile())
                && tracing().equals(other.tracing());
    }

    /** Returns whether the JVM opens a port for a debugger, which two of them cannot at once. */
    boolean listensForADebugger() {
        return jvmOptions.stream().anyMatch(option -> option.contains("jdwp"));
    }

    private String tracing() {
        return module.otel().map(FileContent::bytes).map(String::new).orElse("");
    }

    /** The settings for tracing lie in the folder of the compiled code, so only their content can be compared. */
    private Map<String, String> environmentWithoutFile() {
        Map<String, String> without = new HashMap<>(environment);
        without.remove(JavaAgent.CONFIGURATION_FILE);
        return without;
    }
}
