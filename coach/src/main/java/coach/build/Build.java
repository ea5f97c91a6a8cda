package coach.build;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Builds the workshop with Maven, where something has changed since the last time; the launchers run it before everything else.
 *
 * <p>The first time it runs from its source, before anything is compiled: so it is one file, needs nothing but a JDK, and speaks
 * the Java of version 11, to be able to say in words that 17 is wanted. Exit code 0: built; 2: not, and it has said why.
 */
public final class Build {

    private static final int WANTED_JAVA = 17;
    private static final List<String> MODULES = Arrays.asList("score-service", "beer-donut-app", "coach");
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path home;
    private final Path stamp;
    private final Path log;

    private Build(Path home) {
        this.home = home;
        this.stamp = home.resolve(".workshop").resolve("built");
        this.log = home.resolve(".workshop").resolve("logs").resolve("build.log");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Build build = new Build(Paths.get(args[0]).toAbsolutePath().normalize());
        String trouble = build.run();
        if (trouble != null) {
            System.err.println(trouble);
            System.exit(2);
        }
    }

    /** @return what is in the way, in sentences, or null when all is built */
    private String run() throws IOException, InterruptedException {
        if (isFresh()) {
            return null;
        }
        if (Runtime.version().feature() < WANTED_JAVA || ToolProvider.getSystemJavaCompiler() == null) {
            return "This is Java " + Runtime.version().feature() + " at " + System.getProperty("java.home")
                    + (ToolProvider.getSystemJavaCompiler() == null ? ", without a compiler" : "") + ".\n"
                    + "The workshop needs a JDK, version 17 or newer. Install one, or let JAVA_HOME point to it.";
        }
        System.out.println(
                Files.exists(stamp)
                        ? "Something has changed: building it."
                        : "First run: Maven builds the workshop, and fetches the libraries it does not have yet (about 80 MB, once).");
        Files.createDirectories(log.getParent());
        long start = System.nanoTime();
        FileTime before = FileTime.fromMillis(System.currentTimeMillis());
        String trouble = maven();
        if (trouble != null) {
            return trouble;
        }
        writeArguments();
        Files.write(stamp, new byte[0]);
        // Whatever is saved while Maven runs counts as changed after it.
        Files.setLastModifiedTime(stamp, before);
        System.out.printf(Locale.ROOT, "Built in %.0f s.%n", (System.nanoTime() - start) / 1e9);
        return null;
    }

    private boolean isFresh() throws IOException {
        if (!Files.exists(stamp) || !Files.exists(arguments())) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(stamp);
        if (isNewer(home.resolve("pom.xml"), built)) {
            return false;
        }
        for (String module : MODULES) {
            Path folder = home.resolve(module);
            if (isNewer(folder.resolve("pom.xml"), built)
                    || hasNewer(folder.resolve("src/main"), built)
                    || !hasLibraries(folder.resolve("target"))) {
                return false;
            }
        }
        return true;
    }

    /** Folders count too: a deleted file shows in its folder's time alone. */
    private static boolean hasNewer(Path folder, FileTime built) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.collect(Collectors.toList())) {
                if (isNewer(path, built)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isNewer(Path path, FileTime built) throws IOException {
        return Files.getLastModifiedTime(path).compareTo(built) > 0;
    }

    private static boolean hasLibraries(Path target) throws IOException {
        Path classpath = target.resolve("classpath");
        return Files.isDirectory(target.resolve("classes"))
                && Files.exists(classpath)
                && Arrays.stream(Files.readString(classpath).strip().split(File.pathSeparator))
                        .allMatch(jar -> Files.exists(Paths.get(jar)));
    }

    private String maven() throws IOException, InterruptedException {
        List<String> command = Arrays.asList(WINDOWS ? "mvn.cmd" : "mvn", "-B", "process-classes");
        Process maven;
        try {
            maven = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return "Maven was not found: " + e.getMessage() + "\n"
                    + "The workshop needs Maven 3.8 or newer. Install it, so that 'mvn -version' answers, and try again.";
        }
        // Ctrl-C ends us and, in a terminal, Maven; a build that is asked to end otherwise takes it along.
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        List<String> errors = follow(maven);
        if (maven.waitFor() == 0) {
            return null;
        }
        return errors.stream().limit(20).collect(Collectors.joining("\n")) + "\nThe build failed. All that Maven said: "
                + log;
    }

    private List<String> follow(Process maven) throws IOException {
        List<String> errors = new ArrayList<>();
        int fetched = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(maven.getInputStream()));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.println(line);
                if (line.startsWith("[ERROR]")) {
                    errors.add(line);
                } else if (line.contains("Downloaded from")) {
                    fetched++;
                    if (fetched % 50 == 0) {
                        System.out.println("  " + fetched + " files fetched");
                    }
                } else if (line.contains("] Building ") && line.contains("[")) {
                    System.out.println("  " + line.substring(line.indexOf("Building")));
                }
            }
        }
        return errors;
    }

    private Path arguments() {
        return home.resolve("coach/target/coach.args");
    }

    /** What java is to run the coach with, as a file: a class path is too long for some shells. */
    private void writeArguments() throws IOException {
        Path target = home.resolve("coach").resolve("target");
        String classpath = target.resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("classpath")).strip();
        List<String> arguments = Arrays.asList(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                // OSHI asks the system through native calls.
                "--enable-native-access=ALL-UNNAMED",
                quoted("-Dworkshop.home=" + home),
                "-cp",
                quoted(classpath));
        Files.write(arguments(), arguments, StandardCharsets.UTF_8);
    }

    // C:\a b -> "C:\\a b"
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\") + '"';
    }
}
