package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a folder whose build only prints where it is; see {@link LauncherIT} for the real one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has a launcher of its own, workshop.cmd.")
class LauncherTest {

    private static final String NEEDS_JDK = "The workshop needs a JDK, version 17 or newer.";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void makeAWorkshop() throws IOException {
        home = Files.createDirectory(folder.toRealPath().resolve("clone"));
        Files.copy(Path.of("..", "workshop"), home.resolve("workshop"));
        write("coach/src/main/java/coach/cli/offline/Build.java", """
                package coach.cli.offline;

                public class Build {
                    public static void main(String[] args) {
                        System.out.println("built " + args[0]);
                    }
                }
                """);
        // Instead of a coach, Java says its version.
        write("coach/target/coach.args", "--version");
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void findsItsFolder_whenCdpathIsSet() throws Exception {
        assertThat(say("CDPATH=.: clone/workshop")).startsWith("built " + home + "\n");
    }

    @Test
    void findsItsFolder_behindALinkToALink() throws Exception {
        String links = "mkdir bin && ln -s ../clone/workshop bin/one && ln -s \"$PWD/bin/one\" two && ./two";

        assertThat(say(links)).startsWith("built " + home + "\n");
    }

    @Test
    void findsItsFolder_withAnUmlaut_whereNoLocaleIsSet() throws Exception {
        // The shell writes the name, because this JVM may have no locale either.
        String umlaut = "mv clone \"$(printf 'Gr\\303\\274n')\" && env -u LANG -u LC_ALL -u LC_CTYPE Gr*/workshop;"
                + " code=$?; mv Gr* clone; exit $code";

        assertThat(say(umlaut)).startsWith("built " + home.resolveSibling("Gr")).contains("\n");
    }

    @Test
    void refusesAColonInThePath() throws Exception {
        assertThat(say("mv clone a:b && a:b/workshop; code=$?; mv a:b clone; exit $code"))
                .contains("The path of this folder has a colon", folder.toRealPath() + "/a:b", "Rename the folder")
                .doesNotContain("JDK");
    }

    @Test
    void leavesTheWordToJava_whenThatIsThereAndFails() throws Exception {
        assertThat(say("JAVA_TOOL_OPTIONS=-Xmx1 clone/workshop"))
                .contains(
                        "Too small maximum heap",
                        "could not start the workshop (exit code 1)",
                        "Your environment gives Java more options: -Xmx1")
                .doesNotContain(NEEDS_JDK);
    }

    @Test
    void leavesOutAJavaagentOfTheEnvironment_andNothingElseOfIt() throws Exception {
        String options = "JAVA_TOOL_OPTIONS=\"-Dtoy=1 -javaagent:'/opt/my agents/a.jar=b' -Xmx99m\" clone/workshop";

        assertThat(say(options))
                .contains("JAVA_TOOL_OPTIONS has a javaagent. The workshop runs without it", "built " + home)
                .containsPattern("Picked up JAVA_TOOL_OPTIONS: -Dtoy=1 +-Xmx99m\n");
    }

    @Test
    void asksForAJdk_whenJavaHasNoCompiler() throws Exception {
        write("jre/bin/java", "#!/bin/sh\ncase $1 in --list-modules) echo java.base@17.0.15 ;; *) exit 1 ;; esac\n");
        assertThat(home.resolve("jre/bin/java").toFile().setExecutable(true)).isTrue();

        assertThat(say("JAVA_HOME=$PWD/clone/jre clone/workshop")).contains(NEEDS_JDK);
    }

    /** Runs a line of shell, and returns what it printed. */
    private String say(String line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .directory(folder.toRealPath().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
