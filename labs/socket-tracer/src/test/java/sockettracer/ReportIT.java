package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.h2.tools.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Shop;

/** Reads the reports of whole programs, as their owner does. */
class ReportIT {

    private static Backends backends;

    @BeforeAll
    static void open() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void close() throws Exception {
        backends.close();
    }

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    /** H2's shell is nobody's demo: two equal selects and one that differs, in a program as it was released. */
    @ParameterizedTest
    @MethodSource("jdks")
    void explainsAProgramThatKnowsNothingOfIt(Jdk jdk) throws Exception {
        TracedProgram.Ended shell =
                new TracedProgram(jdk).options("sections=main").run(Shell.class, shellArguments(backends));

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.output())
                .contains("=== Section org.h2.tools.Shell.main on main took")
                .contains("| 127.0.0.1:" + backends.h2.port())
                .contains("* Asked twice, same answer: 2 times select 'maple'")
                .doesNotContain("WARNING", "socket-tracer:");
    }

    static Object[] shellArguments(Backends backends) {
        String url = "jdbc:h2:tcp://127.0.0.1:" + backends.h2.port() + "/mem:shell";
        String selects = "select 'maple'; select 'maple'; select 'glazed'";
        return new Object[] {"-url", url, "-user", "sa", "-password", "", "-sql", selects};
    }

    @Test
    void comparesWhatCameWithWhatWasShown_inSectionsNamedFromOutside() throws Exception {
        TracedProgram.Ended shop = shop("sections=" + Shop.class.getName() + ".donut,callers=sockettracer.program");

        // title, Crème, recipe, Knead it, fry it: 28 letters; the title and its name are in the answer.
        assertThat(shop.output())
                .contains(
                        "* 28 letters came, 10 appear in the answer. The longest text that does not: \"Knead it, fry it.\"")
                .contains("GET donut:1  <- Shop.ask:");
        assertThat(shop.section(Shop.class.getName() + ".donut").get("calls")).hasSizeGreaterThan(0);
    }

    /** Its thread has left the section, which waits for its answer to be written. */
    @Test
    void notesNothingThatComesAfterTheSection_onItsThread() throws Exception {
        JsonNode late = shop("sections=" + Shop.class.getName() + ".late").section(Shop.class.getName() + ".late");

        assertThat(late.get("calls").findValuesAsText("asked"))
                .filteredOn("GET donut:1"::equals)
                .hasSize(1);
        assertThat(late.get("calls").findValuesAsText("attribution")).containsOnly("OWN_THREAD");
    }

    @Test
    void saysThatItCannotSee_whenTheAnswerIsCompressed() throws Exception {
        assertThat(shop("sections=" + Shop.class.getName() + ".zipped").output())
                .contains("* Cannot see: which text was shown, since the answer is compressed.");
    }

    @Test
    void makesASectionOfAnAnnotatedMethod() throws Exception {
        assertThat(shop("").section(Shop.class.getName() + ".annotated")
                        .get("calls")
                        .size())
                .isPositive();
    }

    /** The agent is named in the manifest of the program's own jar. */
    @Test
    void needsNoFlag_whenTheJarNamesIt(@TempDir Path folder) throws Exception {
        Files.copy(TracedProgram.JAR, folder.resolve("socket-tracer.jar"));
        Path jar = folder.resolve("shop.jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, Shop.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, "socket-tracer.jar " + classPath());
        attributes.putValue("Launcher-Agent-Class", "sockettracer.AgentEntry");
        attributes.putValue("Boot-Class-Path", "socket-tracer.jar");
        attributes.putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("readme"));
        }

        TracedProgram.Ended shop = new TracedProgram(Jdk.CURRENT)
                .withoutAgent()
                .run(List.of("-jar", jar.toString(), String.valueOf(backends.redis.port())));

        assertThat(shop.output()).contains("=== Section " + Shop.class.getName() + ".annotated");
    }

    private static String classPath() {
        StringBuilder urls = new StringBuilder();
        for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            urls.append(Path.of(path).toUri()).append(' ');
        }
        return urls.toString().strip();
    }

    private static TracedProgram.Ended shop(String options) throws Exception {
        TracedProgram.Ended ended =
                new TracedProgram(Jdk.CURRENT).options(options).run(Shop.class, backends.redis.port());
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended;
    }
}
