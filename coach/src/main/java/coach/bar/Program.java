package coach.bar;

import coach.workshop.CannotOpen;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A built module of this repository, and the command that runs it in a JVM of its own. */
record Program(String module, String mainClass) {

    static final Program APP = new Program("beer-donut-app", "beerdonut.BeerDonutApp");
    static final Program SCORES = new Program("score-service", "scores.ScoreService");

    private static final String HEAP = "-Xmx256m";

    /**
     * The command, with the JVM that runs this.
     *
     * @param repository the folder above the module
     * @param agent what traces it, if anything
     * @throws CannotOpen when the module is not built
     */
    List<String> command(Path repository, Optional<Agent> agent) {
        Path target = repository.resolve(module).resolve("target");
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
        command.addAll(List.of("-cp", target.resolve("classes") + File.pathSeparator + libraries(target), mainClass));
        return command;
    }

    private String libraries(Path target) {
        try {
            return Files.readString(target.resolve("classpath")).strip();
        } catch (IOException e) {
            throw new CannotOpen(
                    module + " is not built: there is no " + target.resolve("classpath") + System.lineSeparator()
                            + "Type: mvn process-classes",
                    e);
        }
    }
}
