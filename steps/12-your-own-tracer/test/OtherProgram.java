package test;

import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.LabJar;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs {@link KnownTraffic} in a JVM of its own, with the learner's tracer. */
final class OtherProgram {

    private OtherProgram() {}

    /** Returns the lines of the tracer's report that say what was asked more than once. */
    static List<String> findings(CompiledServices code) {
        LabJar tracer = code.labs().get(0);
        String classes = Path.of(URI.create(KnownTraffic.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + tracer.jar() + "=sections=" + KnownTraffic.class.getName() + ".ask",
                "-cp",
                classes + File.pathSeparator + code.libraries(CompiledServices.APP),
                KnownTraffic.class.getName());
        try {
            Process program =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (program.waitFor() != 0) {
                throw new AssertionError("A program of ours does not run with your tracer:%n%s".formatted(output));
            }
            return output.lines()
                    .filter(line -> line.startsWith("* Asked") || line.startsWith("* A loop"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("A program of ours could not be started with your tracer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another program runs", e);
        }
    }
}
