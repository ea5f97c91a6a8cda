package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a service's files lie, in the words of the machine that runs it.
 *
 * @param java the command
 * @param otel the javaagent's settings for it, where it has any
 */
record InstalledService(String java, String classPath, Optional<String> otel) {

    /** Beside the coach; with the JVM that runs this. */
    static InstalledService here(CompiledServices code, String module) {
        return new InstalledService(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                code.module(module).classes() + File.pathSeparator + code.libraries(module),
                code.module(module).otel().map(Path::toString));
    }

    /** In a container, where everything has its place: see coach/docker/Dockerfile. */
    static InstalledService inAContainer(CompiledServices code, String module) {
        return new InstalledService(
                "java",
                "/bar/classes:/bar/libraries/*",
                code.module(module).otel().map(any -> "/bar/otel.properties"));
    }
}
