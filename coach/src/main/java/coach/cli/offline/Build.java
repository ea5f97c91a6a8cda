package coach.cli.offline;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Builds the workshop with Maven where something has changed since the last build; the launchers run this class first.
 *
 * <p>On a fresh clone it runs from its source, before anything is compiled. So it is one file, needs only a JDK, and is
 * written in Java 11, to be able to say that 17 is needed. Exit codes: 0 built, 2 not built, with a message.
 */
public final class Build {

    public static final List<String> MODULES =
            Arrays.asList("score-service", "beer-donut-app", "traces", "coach", "labs/access-log", "steps");
    /** Names the agent's jar. */
    public static final String AGENT = "coach/target/javaagent";
    /** The files that list libraries by their full paths. */
    public static final List<String> NAME_LIBRARIES = Arrays.asList(
            "score-service/target/classpath",
            "beer-donut-app/target/classpath",
            "coach/target/classpath",
            "labs/access-log/target/classpath",
            AGENT);

    /** The coach lives for seconds: compiler and collector are the ones that start quickly. */
    public static final List<String> JVM_OPTIONS = Arrays.asList(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // OSHI asks the system through native calls.
            "--enable-native-access=ALL-UNNAMED");

    private static final int WANTED_JAVA = 17;
    private static final int COULD_NOT_RUN = 2;
    private static final String FOR_PIPES = "access-log";
    private static final List<String> LOOK_FOR_CHANGES = Arrays.asList("up", "check", "compare", FOR_PIPES);
    private static final String MAVEN_SETTINGS = ".mvn/maven.config";

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Parts of Maven's messages when it cannot fetch something. */
    private static final List<String> FETCHING = Arrays.asList(
            "Could not transfer", "Could not resolve", "could not be resolved", "Cannot access", "Unknown host");

    private static final String WITHOUT =
            "Without Maven and without a network, a pack does: somebody who has both types "
                    + (WINDOWS ? ".\\workshop pack" : "./workshop pack") + ", and you "
                    + (WINDOWS ? ".\\workshop unpack FILE" : "./workshop unpack FILE");

    private final Path home;
    private final Path stamp;
    private final Path packed;
    private final Path log;

    private Build(Path home) {
        this.home = home;
        this.stamp = home.resolve(".workshop").resolve("built");
        this.packed = home.resolve(".workshop").resolve("maven-repository");
        this.log = home.resolve(".workshop").resolve("logs").resolve("build.log");
    }

    /** @param args the folder of the workshop, and the command that is asked for, if any */
    public static void main(String[] args) throws InterruptedException {
        Build build = new Build(Paths.get(args[0]).toAbsolutePath().normalize());
        if (args.length > 1 && args[1].equals(FOR_PIPES)) {
            // What it prints may be another program's input.
            System.setOut(System.err);
        }
        String error;
        try {
            error = build.run(args.length > 1 ? args[1] : "");
        } catch (IOException e) {
            error = "The workshop could not be built: " + e + "\nIs its folder complete, and may you write there?";
        }
        if (error != null) {
            System.err.println(error);
            System.exit(COULD_NOT_RUN);
        }
    }

    /**
     * Builds if necessary. Only commands that open a bar look for changes: «down» has to work while the code does not
     * compile, and «measure» is about the code that the open bar runs.
     *
     * @return an error message, or null when all is built
     */
    private String run(String command) throws IOException, InterruptedException {
        correctPaths();
        boolean built = isBuilt();
        if (built && (!LOOK_FOR_CHANGES.contains(command) || !hasChanged())) {
            writeArguments();
            return null;
        }
        if (Runtime.version().feature() < WANTED_JAVA || ToolProvider.getSystemJavaCompiler() == null) {
            return "This is Java " + Runtime.version().feature() + " at " + System.getProperty("java.home")
                    + (ToolProvider.getSystemJavaCompiler() == null ? ", without a compiler" : "") + ".\n"
                    + "The workshop needs a JDK, version 17 or newer. Install one, or let JAVA_HOME point to it.";
        }
        Files.createDirectories(log.getParent());
        // Another terminal may be building: two Mavens in one folder spoil each other's work.
        try (FileChannel channel = FileChannel.open(
                        home.resolve(".workshop").resolve("build.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return lock.isValid() && isBuilt() && !hasChanged() ? null : build(built);
        }
    }

    /** Corrects the full paths of an unpacked pack's libraries after the folder has moved. */
    private void correctPaths() throws IOException {
        Path note = home.resolve(".workshop").resolve("unpacked-at");
        String before = Files.exists(note) ? Files.readString(note) : home.toString();
        if (before.equals(home.toString())) {
            return;
        }
        for (String name : NAME_LIBRARIES) {
            correctPaths(home.resolve(name), before);
        }
        correctPaths(home.resolve(MAVEN_SETTINGS), before);
        if (home.toString().contains(" ")) {
            // Maven 3.8 takes the space for the end of an option, and then refuses everything.
            Files.deleteIfExists(home.resolve(MAVEN_SETTINGS));
        }
        Files.write(note, home.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void correctPaths(Path list, String before) throws IOException {
        if (Files.exists(list)) {
            String moved = Files.readString(list).replace(before + File.separator, home + File.separator);
            Files.write(list, moved.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String build(boolean again) throws IOException, InterruptedException {
        System.out.println(again ? "Something has changed: building it." : announcement());
        long start = System.nanoTime();
        FileTime before = FileTime.fromMillis(System.currentTimeMillis());
        String error = maven();
        if (error != null) {
            return error;
        }
        writeArguments();
        Files.write(stamp, new byte[0]);
        // Whatever is saved while Maven runs counts as changed after it.
        Files.setLastModifiedTime(stamp, before);
        System.out.printf(Locale.ROOT, "Built in %.0f s.%n", (System.nanoTime() - start) / 1e9);
        return null;
    }

    private String announcement() {
        return Files.exists(packed)
                ? "Maven builds the workshop anew, without a network: the pack has what it needs."
                : "First run: Maven builds the workshop, and fetches the libraries it does not have yet (about 130 MB,"
                        + " once).";
    }

    private boolean isBuilt() throws IOException {
        for (String module : MODULES) {
            Path target = home.resolve(module).resolve("target");
            // The steps and the traces run with the coach's libraries.
            boolean started = NAME_LIBRARIES.contains(module + "/target/classpath");
            boolean built = started ? hasLibraries(target) : Files.isDirectory(target.resolve("classes"));
            if (!built) {
                return false;
            }
        }
        return Files.exists(stamp) && hasAll(home.resolve(AGENT));
    }

    private boolean hasChanged() throws IOException {
        FileTime built = Files.getLastModifiedTime(stamp);
        boolean changed = isNewer(home.resolve("pom.xml"), built);
        for (String module : MODULES) {
            Path folder = home.resolve(module);
            changed |= isNewer(folder.resolve("pom.xml"), built);
            for (Path sources : sources(folder)) {
                changed |= hasNewer(sources, built);
            }
        }
        return changed;
    }

    /** Where Maven puts its sources, and, of the steps, the folder of each step's test. */
    private static List<Path> sources(Path module) throws IOException {
        try (Stream<Path> folders = Files.list(module)) {
            Stream<Path> tests =
                    folders.filter(folder -> !folder.endsWith("src")).map(folder -> folder.resolve("test"));
            return Stream.concat(Stream.of(module.resolve("src/main"), module.resolve("src/fixtures")), tests)
                    .filter(Files::isDirectory)
                    .collect(Collectors.toList());
        }
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
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).compareTo(built) > 0;
        } catch (NoSuchFileException e) {
            // An editor's temporary file that is already gone.
            return false;
        }
    }

    private static boolean hasLibraries(Path target) throws IOException {
        return Files.isDirectory(target.resolve("classes")) && hasAll(target.resolve("classpath"));
    }

    /** Whether the list is there, and every jar that it names. */
    private static boolean hasAll(Path listOfJars) throws IOException {
        return Files.exists(listOfJars)
                && Arrays.stream(Files.readString(listOfJars).strip().split(File.pathSeparator))
                        .allMatch(jar -> Files.exists(Paths.get(jar)));
    }

    private String maven() throws IOException, InterruptedException {
        Process maven;
        try {
            maven = new ProcessBuilder(command())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return "Maven was not found: " + e.getMessage() + "\n"
                    + "The workshop needs Maven 3.8 or newer. Install it, so that 'mvn -version' answers, and try"
                    + " again.\n"
                    + WITHOUT;
        }
        // Ctrl-C ends us and, in a terminal, Maven; a build that is asked to end otherwise takes it along.
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        List<String> errors = follow(maven);
        if (maven.waitFor() == 0) {
            return null;
        }
        boolean fetching = errors.stream().anyMatch(line -> FETCHING.stream().anyMatch(line::contains));
        return errors.stream().limit(20).collect(Collectors.joining("\n")) + (fetching ? "\n" + unreachable() : "")
                + "\nThe build failed. All that Maven said: " + log;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        // A pack's libraries were proven with the Maven that it brings.
        Path ours = home.resolve(".workshop/maven/bin").resolve(WINDOWS ? "mvn.cmd" : "mvn");
        command.add(Files.exists(ours) ? ours.toString() : WINDOWS ? "mvn.cmd" : "mvn");
        if (Files.exists(packed)) {
            command.addAll(Arrays.asList("-o", "-Dmaven.repo.local=" + packed));
        }
        command.addAll(Arrays.asList("-B", "-pl", String.join(",", MODULES), "process-classes"));
        return command;
    }

    private String unreachable() {
        return Files.exists(packed)
                ? "The pack was made for what it brings along. With a network: delete " + packed + ", and try again."
                : "Maven could not fetch what it needs. Is there a network? Maven reads about a proxy only in"
                        + " settings.xml, in the folder .m2 of your home; it does not know other programs' settings.\n"
                        + WITHOUT;
    }

    private List<String> follow(Process maven) throws IOException {
        List<String> errors = new ArrayList<>();
        int fetched = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(maven.getInputStream()));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String said = lines.readLine(); said != null; said = lines.readLine()) {
                String line = withoutColours(said);
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

    // "[ESC[1;31mERRORESC[m] …" -> "[ERROR] …"; Maven's settings can ask for colours in a file, too
    static String withoutColours(String line) {
        return line.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Writes the arguments for java into a file, because a class path is too long for some shells. */
    private void writeArguments() throws IOException {
        Path target = home.resolve("coach").resolve("target");
        Path file = target.resolve("coach.args");
        // The tests of the steps run in the coach too.
        String classpath = target.resolve("classes")
                + File.pathSeparator
                + home.resolve("traces").resolve("target").resolve("classes")
                + File.pathSeparator
                + home.resolve("steps").resolve("target").resolve("classes")
                + File.pathSeparator
                + Files.readString(target.resolve("classpath")).strip();
        List<String> arguments = new ArrayList<>(JVM_OPTIONS);
        arguments.addAll(Arrays.asList(quoted("-Dworkshop.home=" + home), "-cp", quoted(classpath)));
        // The java launcher reads this file in the system's encoding; written anew only when the folder has moved, say.
        byte[] bytes = String.join("\n", arguments).getBytes(systemEncoding());
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
    }

    private static Charset systemEncoding() {
        return Charset.forName(
                System.getProperty("native.encoding", Charset.defaultCharset().name()));
    }

    // C:\a b -> "C:\\a b", /my "bar" -> "/my \"bar\""
    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
