package coach.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.ByteSize;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the Maven of this machine, or the one that a pack has brought. */
public final class MavenRunner {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private static final Pattern MODULE = Pattern.compile("] (Building .*) 1-SNAPSHOT +(\\[\\d+/\\d+])");

    private final String program;
    private final Path log;

    /** @param log the file for all of Maven's output */
    MavenRunner(Path repository, Path log) {
        this.program = program(repository);
        this.log = log;
    }

    /** The end of a run: its exit code, its lines of errors, what it fetched, and the file with all of its output. */
    record Run(int exitCode, List<String> errors, int files, long bytes, Path log) {

        private static final int A_FEW = 10;

        boolean isFine() {
            return exitCode == 0;
        }

        /** @throws UserError that begins with this sentence, when the run failed */
        void requireFine(String sentence) {
            if (!isFine()) {
                throw new UserError("%s%n%s%nAll that Maven said: %s%nNext, with a network that works: %s"
                        .formatted(
                                sentence,
                                errors.stream().limit(A_FEW).collect(Collectors.joining("\n")),
                                log,
                                Workshop.command("prepare")));
            }
        }
    }

    /** The program to start. */
    private static String program(Path repository) {
        Path packed = repository.resolve(".workshop/maven/bin").resolve(script());
        return Files.exists(packed) ? packed.toString() : script();
    }

    static String script() {
        return WINDOWS ? "mvn.cmd" : "mvn";
    }

    /** The output of {@code mvn -version}, if there is a Maven that answers. */
    public static Optional<String> version(Path repository) {
        return ExternalProgram.ask(LIMIT, List.of(program(repository), "-B", "-version"))
                .flatMap(Answer::output)
                // Some versions print it in bold.
                .map(Build::withoutColours);
    }

    // "Apache Maven 3.9.9 (…)\nMaven home: /opt/maven\n…" -> /opt/maven
    static Optional<Path> home(String version) {
        return version.lines()
                .filter(line -> line.startsWith("Maven home:"))
                .map(line -> Path.of(line.substring("Maven home:".length()).strip()))
                .findFirst();
    }

    /**
     * Runs Maven until it ends.
     *
     * @param progress takes a line now and then
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
                    "Maven could not be run: %s%nIt should be there, version 3.8 or newer, so that 'mvn -version'"
                            + " answers.%nNext: %s".formatted(e.getMessage(), Workshop.command("doctor")),
                    e);
        }
    }

    private Run follow(Process maven, Consumer<String> progress) throws IOException {
        List<String> errors = new ArrayList<>();
        FetchProgress fetched = new FetchProgress();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(maven.getInputStream(), UTF_8));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                String line = Build.withoutColours(said);
                file.println(line);
                if (line.startsWith("[ERROR]")) {
                    errors.add(line);
                }
                tell(line, progress);
                fetched.count(line, progress);
            }
            return new Run(maven.waitFor(), errors, fetched.files(), fetched.bytes(), log);
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

    /** Counts the files that Maven reports as fetched. */
    static final class FetchProgress {

        private static final int TELL_EVERY = 100;
        private static final Pattern LINE = Pattern.compile("Downloaded from .*\\(([0-9.]+) ([kMG]?B)(?: at .*)?\\)");
        private static final Map<String, Double> UNITS = Map.of("B", 1.0, "kB", 1e3, "MB", 1e6, "GB", 1e9);

        private int files;
        private double bytes;

        // "[INFO] Downloaded from central: https://…/h2.jar (2.6 MB at 8.1 MB/s)" -> one more, and 2.6 MB
        void count(String line, Consumer<String> progress) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.find()) {
                return;
            }
            files++;
            bytes += Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2));
            if (files % TELL_EVERY == 0) {
                progress.accept("%s files fetched, %s".formatted(files, ByteSize.of(bytes())));
            }
        }

        int files() {
            return files;
        }

        long bytes() {
            return Math.round(bytes);
        }
    }
}
