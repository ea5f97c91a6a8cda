package coach.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.ExternalProgram;
import coach.bar.environment.ExternalProgram.Answer;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the Maven of this machine, or the one that a pack has brought. */
public final class MavenRunner {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private static final Pattern MODULE = Pattern.compile("] (Building .*) 1-SNAPSHOT +(\\[\\d+/\\d+])");

    private final String program;
    private final Path log;

    /** @param log where all that it says goes */
    MavenRunner(Path repository, Path log) {
        this.program = program(repository);
        this.log = log;
    }

    /** How a run ended: well, or with these errors; and what it fetched. */
    record Run(int exitCode, List<String> errors, int files, long bytes) {

        boolean isFine() {
            return exitCode == 0;
        }
    }

    /** What to start it with. */
    private static String program(Path repository) {
        Path packed = repository.resolve(".workshop/maven/bin").resolve(script());
        return Files.exists(packed) ? packed.toString() : script();
    }

    static String script() {
        return WINDOWS ? "mvn.cmd" : "mvn";
    }

    /** What it says of itself, if there is one that answers. */
    public static Optional<String> version(Path repository) {
        return ExternalProgram.ask(LIMIT, List.of(program(repository), "-B", "-version"))
                .flatMap(Answer::output)
                // Some versions are bold.
                .map(words -> words.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    // "Apache Maven 3.9.9 (…)\nMaven home: /opt/maven\n…" -> /opt/maven
    static Optional<Path> home(String version) {
        return version.lines()
                .filter(line -> line.startsWith("Maven home:"))
                .map(line -> Path.of(line.substring("Maven home:".length()).strip()))
                .findFirst();
    }

    /**
     * Runs it, until it ends.
     *
     * @param progress hears a line now and then
     */
    Run run(Path folder, List<String> arguments, Consumer<String> progress) {
        List<String> command =
                Stream.concat(Stream.of(program, "-B"), arguments.stream()).toList();
        try {
            Files.createDirectories(log.getParent());
            Process maven = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            maven.getOutputStream().close();
            Thread end = new Thread(maven::destroy);
            Runtime.getRuntime().addShutdownHook(end);
            try {
                return follow(maven, progress);
            } finally {
                Runtime.getRuntime().removeShutdownHook(end);
            }
        } catch (IOException e) {
            throw new UserError(
                    "Maven could not be run: %s%nIt should be there, version 3.8 or newer, so that 'mvn -version' answers.%nNext: %s"
                            .formatted(e.getMessage(), Workshop.command("doctor")),
                    e);
        }
    }

    private Run follow(Process maven, Consumer<String> progress) throws IOException {
        List<String> errors = new ArrayList<>();
        FetchProgress fetched = new FetchProgress();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(maven.getInputStream(), UTF_8));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.println(line);
                if (line.startsWith("[ERROR]")) {
                    errors.add(line);
                }
                tell(line, progress);
                fetched.hear(line, progress);
            }
            return new Run(maven.waitFor(), errors, fetched.files(), fetched.bytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Maven was interrupted.", e);
        }
    }

    // "[INFO] Building coach 1-SNAPSHOT         [4/5]" -> Building coach [4/5]
    private static void tell(String line, Consumer<String> progress) {
        Matcher module = MODULE.matcher(line);
        if (module.find()) {
            progress.accept(module.group(1) + " " + module.group(2));
        }
    }

    Path log() {
        return log;
    }
}
