package steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coach.Coach;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import repository.ThirdParty;

/**
 * A pack of this checkout, and the class that it makes possible: no network, no Maven, nothing in the home, a JDK
 * alone.
 */
@EnabledIfSystemProperty(
        named = "pack",
        matches = "true",
        disabledReason = "builds everything twice, which only CI does by itself: mvn verify -Dpack=true")
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
@Isolated("One of its checks measures.")
class PackIT {

    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private static Path temp;

    private static Offline offline;
    private static Path pack;
    private static Path workshop;

    @BeforeAll
    static void packAndUnpack() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(path -> Files.exists(Path.of(path, Offline.WINDOWS ? "mvn.cmd" : "mvn"))),
                "no mvn on the PATH");
        offline = new Offline(temp);
        pack = temp.resolve("pack.zip");
        assertThat(coach("prepare", "--no-images")).contains("The class may go offline.");
        assertThat(coach("pack", "--into", pack.toString())).contains("Next, there: java -jar pack.zip");
        workshop = unpacked("workshop");
    }

    @Test
    void runsWithoutANetwork() throws Exception {
        try (ServerSocket neighbour = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String classes =
                    Proof.REPOSITORY.resolve("steps/target/test-classes").toString();
            String port = Integer.toString(neighbour.getLocalPort());

            Offline.Run run = offline.run(workshop, "java", "-cp", classes, Network.class.getName(), port);

            assertThat(run.output())
                    .contains("elsewhere: out of reach")
                    .contains(offline.bySystem() ? "neighbour: out of reach" : "neighbour: reached");
        }
    }

    @Test
    void checksAStep_withAJdkAlone() throws Exception {
        assertThat(launch(workshop, "start").output()).contains("Your workspace is in", "Next: ");
        assertThat(launch(workshop, "solution", "02").exitCode()).isZero();

        Offline.Run check = launch(workshop, "check", "02");

        assertThat(check.output()).contains("Step 02 is done.").doesNotContain("Maven");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void runsMavensTests_withTheMavenThatItBrings() throws Exception {
        Path maven = workshop.resolve(".workshop/maven/bin").resolve(Offline.WINDOWS ? "mvn.cmd" : "mvn");
        assumeTrue(Files.exists(maven), "the Maven of this machine was none to take along");

        Offline.Run run = offline.runWithAll(workshop, maven.toString(), "-B", "-pl", "score-service", "test");

        assertThat(run.output()).contains("Tests run: ", "BUILD SUCCESS").doesNotContain("Downloading");
    }

    @Test
    void isBuiltAnewWithoutANetwork_whenItWasMovedAndChanged() throws Exception {
        Path moved = Files.move(unpacked("first"), temp.resolve("a second place"));
        Path source = moved.resolve("score-service/src/main/java/scores/Settings.java");
        Files.writeString(source, Files.readString(source) + "// changed\n");

        Offline.Run run = offline.runWithAll(moved, args(moved, "up", "--port", "0"));

        assertThat(run.output()).contains("Something has changed", "Built in", "--port is 0");
    }

    @Test
    void isSmall() throws IOException {
        assertThat(Files.size(pack)).isBetween(80 * MEGABYTE, 250 * MEGABYTE);
    }

    @Test
    void carriesOnlyLibrariesWhoseLicencesAreListed() throws IOException {
        ThirdParty.expectAllOf(workshop.resolve(".workshop/maven-repository"));
    }

    @Test
    void leavesTheHomeAsItWas() throws Exception {
        launch(workshop, "start");

        assertThat(offline.home()).isEmptyDirectory();
    }

    private static Path unpacked(String name) throws Exception {
        Offline.Run run = offline.run(temp, "java", "-jar", pack.toString(), name);
        assertThat(run.output()).contains("Unpacked and checked: ", "Next: ");
        return temp.resolve(name);
    }

    private static Offline.Run launch(Path folder, String... args) throws Exception {
        return offline.run(folder, args(folder, args));
    }

    private static String[] args(Path folder, String... args) {
        Stream<String> launcher = Offline.WINDOWS
                ? Stream.of("cmd", "/c", folder.resolve("workshop.cmd").toString())
                : Stream.of(folder.resolve("workshop").toString());
        return Stream.concat(launcher, Stream.of(args)).toArray(String[]::new);
    }

    /** Runs a command in this JVM, with a state folder of its own: the checkout's may be in use. */
    private static String coach(String... args) {
        System.setProperty("workshop.home", Proof.REPOSITORY.toString());
        System.setProperty("workshop.state", temp.resolve("state").toString());
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        try {
            assertThat(Coach.run(out, out, args)).as(() -> text.toString()).isZero();
            return text.toString();
        } finally {
            System.clearProperty("workshop.home");
            System.clearProperty("workshop.state");
        }
    }
}
