package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A built module of this repository, and the command that runs it in a JVM of its own. */
public record ServiceProgram(String module, String mainClass) {

    public static final ServiceProgram APP = new ServiceProgram(CompiledServices.APP, "beerdonut.BeerDonutApp");
    public static final ServiceProgram SCORES = new ServiceProgram(CompiledServices.SCORES, "scores.ScoreService");

    private static final String HEAP = "-Xmx256m";

    /**
     * The command.
     *
     * @param installed where its files lie
     * @param agent what traces it, if anything
     */
    List<String> command(InstalledService installed, Optional<JavaAgent> agent) {
        List<String> command = new ArrayList<>();
        command.add(installed.java());
        // Both services share a laptop with their guest: a compiler and a collector that are quick to start serve them
        // best.
        command.addAll(List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        agent.ifPresent(tracing -> command.addAll(tracing.jvmOptions()));
        command.addAll(List.of("-cp", installed.classPath(), mainClass));
        return command;
    }
}
