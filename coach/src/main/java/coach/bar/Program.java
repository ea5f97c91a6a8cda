package coach.bar;

import coach.code.Code;
import coach.workshop.CannotOpen;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A built module of this repository, and the command that runs it in a JVM of its own. */
public record Program(String module, String mainClass) {

    public static final Program APP = new Program(Code.APP, "beerdonut.BeerDonutApp");
    public static final Program SCORES = new Program(Code.SCORES, "scores.ScoreService");

    private static final String HEAP = "-Xmx256m";

    /**
     * The command, with the JVM that runs this.
     *
     * @param agent what traces it, if anything
     * @throws CannotOpen when the code is not built
     */
    List<String> command(Code code, Optional<Agent> agent) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Both services share a laptop with their guest: a compiler and a collector that are quick to start serve them
        // best.
        command.addAll(List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8"));
        agent.ifPresent(tracing -> command.addAll(tracing.jvmOptions()));
        command.addAll(
                List.of("-cp", code.module(module).classes() + File.pathSeparator + code.libraries(module), mainClass));
        return command;
    }
}
