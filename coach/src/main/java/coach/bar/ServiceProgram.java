package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program of a service, and the command that runs it in a JVM of its own. */
public enum ServiceProgram {
    APP(CompiledServices.APP, "beerdonut.BeerDonutApp"),
    SCORES(CompiledServices.SCORES, "scores.ScoreService");

    private static final String HEAP = "-Xmx256m";

    private final String module;
    private final String mainClass;

    ServiceProgram(String module, String mainClass) {
        this.module = module;
        this.mainClass = mainClass;
    }

    /** Returns the name of the service, which is that of its module. */
    public String module() {
        return module;
    }

    /**
     * Returns the command that runs the service, with the JVM that runs the coach.
     *
     * @throws coach.bar.environment.UserError when the code is not built
     */
    List<String> command(CompiledServices code, List<String> jvmOptions) {
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
        String classPath = code.module(module).classes() + File.pathSeparator + code.libraries(module);
        command.addAll(List.of("-cp", classPath, mainClass));
        return command;
    }
}
