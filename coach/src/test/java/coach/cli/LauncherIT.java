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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a clone that was never built, under an awkward path, with the real Maven and JDK. */
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class LauncherIT {

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final Set<String> NOT_IN_A_CLONE = Set.of("target", ".git", ".workshop", ".idea");

    /** Words that make the coach start, and refuse at once. */
    private static final String[] UP_AND_REFUSED = {"up", "--port", "0"};

    private static final String REFUSED = "--port is 0; a port is a number";

    @TempDir
    private Path folder;

    private Path clone;

    /** What a command printed, and its exit code. */
    private record Run(int exitCode, String output) {}

    @BeforeEach
    void copyTheRepository() throws IOException {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(path -> Files.exists(Path.of(path, WINDOWS ? "mvn.cmd" : "mvn"))),
                "no mvn on the PATH");
        clone = folder.resolve(WINDOWS ? "a clone" : "a \"clone\"");
        copy(Path.of("..").toAbsolutePath().normalize(), clone);
        Path settings = Files.createDirectories(clone.resolve(".mvn")).resolve("maven.config");
        Files.writeString(settings, "-Dstyle.color=always\n");
    }

    @Test
    void buildsTheFirstTime_andAgainOnlyAfterAChange() throws Exception {
        Run first = launch();
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
        assertThat(launch().exitCode()).isEqualTo(0);

        clone = Files.move(clone, folder.resolve("elsewhere"));

        Run moved = launch();
        assertThat(moved.output()).contains("Next: ").doesNotContain("First run");
        assertThat(Files.readString(clone.resolve("coach/target/coach.args"))).contains("elsewhere");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        Run run = launchWith(Map.of("PATH", "/nowhere"));

        assertThat(run.output()).contains("Maven was not found", "needs Maven 3.8 or newer", "unpack FILE");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void unpacksBeforeAnythingIsBuilt_andAsksForTheFile() throws Exception {
        Run nothing = launchWith(Map.of("PATH", "/nowhere"), "unpack");
        assertThat(nothing.output()).contains("Which pack?", "unpack FILE").doesNotContain("Maven");
        assertThat(nothing.exitCode()).isEqualTo(2);

        Run nowhere = launchWith(Map.of("PATH", "/nowhere"), "unpack", "no such.zip");
        assertThat(nowhere.output()).contains("There is no file", "no such.zip");
        assertThat(nowhere.exitCode()).isEqualTo(2);
    }

    private Run launch(String... words) throws Exception {
        return launchWith(Map.of(), words);
    }

    private Run launchWith(Map<String, String> env, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                WINDOWS
                        ? List.of("cmd", "/c", clone.resolve("workshop.cmd").toString())
                        : List.of("/bin/sh", clone.resolve("workshop").toString()));
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
