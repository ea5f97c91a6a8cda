package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.cli.offline.Build;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The coach as a learner meets it: a process of its own, its words, its exit code. */
public final class RunningCoach {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    /** @param state where it notes which bars are open; not the repository's own, where a developer's bar may be */
    public RunningCoach(Path state, Map<String, String> env, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Build.JVM_OPTIONS);
        command.addAll(List.of(
                "-Dworkshop.home=" + REPOSITORY,
                "-Dworkshop.state=" + state,
                "-Dworkshop.workspace=" + state.resolve("workspace"),
                "-cp",
                Path.of("target", "classes").toAbsolutePath()
                        + File.pathSeparator
                        + REPOSITORY.resolve("traces").resolve("target").resolve("classes")
                        + File.pathSeparator
                        + Files.readString(Path.of("target", "classpath")).strip(),
                "coach.Coach"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("REDIS_URL");
        builder.environment().putAll(env);
        process = builder.start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Reads on until a line that contains these words. */
    public void awaitLine(String words) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains(words)) {
            lines.add(line);
            line = output.readLine();
        }
        assertThat(line).as("a line with «%s» after:%n%s", words, text()).isNotNull();
        lines.add(line);
    }

    /** Asks the coach to end as Ctrl-C does; with SIGTERM, because background processes ignore Ctrl-C's signal. */
    public void askToEnd() {
        // Of the handle, because that of the process would also close what we still read.
        process.toHandle().destroy();
    }

    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Reads the rest of what it says, and waits for its end. */
    public int exitCode() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** All that it has said so far. */
    public String text() {
        return String.join("\n", lines);
    }
}
