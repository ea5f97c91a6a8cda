package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a clone that was never built, under an awkward path, with the real Maven and JDK. */
@Order(1)
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class LauncherIT {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final Set<String> NOT_IN_A_CLONE = Set.of("target", ".git", ".workshop", ".idea");

    /** Words that make the coach start, and refuse at once. */
    private static final String[] UP_AND_REFUSED = {"up", "--port", "0"};

    private static final Map<String, String> WITHOUT_MAVEN = Map.of("PATH", "/nowhere");

    private static final String REFUSED = "--port is 0; a port is a number";

    @TempDir
    private static Path folder;

    /** Never built. */
    private static Path fresh;

    /** Built by the first command in it. */
    private static Path clone;

    private static Run first;

    /** What a command printed, and its exit code. */
    private record Run(int exitCode, String output) {}

    @BeforeAll
    static void buildTheFirstTime() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(path -> Files.exists(Path.of(path, WINDOWS ? "mvn.cmd" : "mvn"))),
                "no mvn on the PATH");
        fresh = folder.resolve("a fresh clone");
        copy(Path.of("..").toAbsolutePath().normalize(), fresh);
        clone = folder.resolve(WINDOWS ? "a clone" : "a \"clone\"");
        copy(fresh, clone);
        Path settings = Files.createDirectories(clone.resolve(".mvn")).resolve("maven.config");
        Files.writeString(settings, "-Dstyle.color=always\n");
        first = launch();
    }

    @Test
    void buildsTheFirstTime_andAgainOnlyAfterAChange() throws Exception {
        assertThat(first.output()).contains("First run: Maven builds the workshop", "Built in", "Next: ");
        assertThat(first.exitCode()).isEqualTo(0);

        Run second = launch(UP_AND_REFUSED);
        assertThat(second.output()).doesNotContain("Built in").contains(REFUSED);

        Path source = clone.resolve("beer-donut-app/src/main/java/beerdonut/WebServer.java");
        Files.writeString(source, Files.readString(source).replace("int port)", "int prot)"));
        Run broken = launch(UP_AND_REFUSED);
        assertThat(broken.output())
                .contains("Something has changed: building it.", "WebServer.java", "cannot find symbol", "build.log")
                .doesNotContain(REFUSED);
        assertThat(broken.exitCode()).isEqualTo(2);

        Run down = launch("down");
        assertThat(down.output()).doesNotContain("Built in", "ERROR").contains("No bar is open.");
        assertThat(down.exitCode()).isEqualTo(0);

        Files.writeString(source, Files.readString(source).replace("int prot)", "int port)"));
        Run mended = launch(UP_AND_REFUSED);
        assertThat(mended.output()).contains("Built in", REFUSED);
    }

    @Test
    void goesOnFromWhereItIs_whenTheFolderHasMoved() throws Exception {
        assertThat(first.exitCode()).as(first.output()).isEqualTo(0);
        Path elsewhere = Files.move(clone, folder.resolve("elsewhere"));
        try {
            Run moved = launchIn(elsewhere, Map.of());

            assertThat(moved.output()).contains("Next: ").doesNotContain("First run");
            assertThat(Files.readString(elsewhere.resolve("coach/target/coach.args")))
                    .contains("elsewhere");
        } finally {
            Files.move(elsewhere, clone);
        }
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Run run = launchIn(fresh, WITHOUT_MAVEN);

        assertThat(run.output()).contains("Maven was not found", "needs Maven 3.8 or newer", "unpack FILE");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void unpacksBeforeAnythingIsBuilt_andAsksForTheFile() throws Exception {
        Run nothing = launchIn(fresh, WITHOUT_MAVEN, "unpack");
        assertThat(nothing.output()).contains("Which pack?", "unpack FILE").doesNotContain("Maven");
        assertThat(nothing.exitCode()).isEqualTo(2);

        Run nowhere = launchIn(fresh, WITHOUT_MAVEN, "unpack", "no such.zip");
        assertThat(nowhere.output()).contains("There is no file", "no such.zip");
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }

    private static Run launch(String... words) throws Exception {
        return launchIn(clone, Map.of(), words);
    }

    private static Run launchIn(Path folder, Map<String, String> env, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                WINDOWS
                        ? List.of("cmd", "/c", folder.resolve("workshop.cmd").toString())
                        : List.of("/bin/sh", folder.resolve("workshop").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        String localRepository = System.getProperty("maven.repo.local");
        if (localRepository != null) {
            builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + localRepository);
        }
        builder.environment().putAll(env);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path source, BasicFileAttributes attributes) throws IOException {
                if (NOT_IN_A_CLONE.contains(source.getFileName().toString())
                        || source.equals(from.resolve("workspace"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(source).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path source, BasicFileAttributes attributes) throws IOException {
                Files.copy(source, to.resolve(from.relativize(source).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
