package coach.bar.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import coach.course.Course;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCompilerTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String NAMES = "beer-donut-app/src/main/java/beerdonut/web/Names.java";

    @TempDir
    Path folder;

    @Test
    void compilesAStateOnce_andFindsItInTheCache() throws Exception {
        SortedMap<String, Path> shipped = shipped();

        CompiledServices first = ServiceCompiler.strict(REPOSITORY, folder).compile("state-00", shipped);
        CompiledServices second = ServiceCompiler.strict(REPOSITORY, folder).compile("state-00", shipped);

        assertThat(second).isEqualTo(first);
        assertThat(first.module(CompiledServices.APP).classes().resolve("beerdonut/BeerDonutApp.class"))
                .exists();
        assertThat(first.module(CompiledServices.APP).classes().resolve("menu/beers.csv"))
                .exists();
        assertThat(first.traced()).isFalse();
        assertThat(first.module(CompiledServices.SCORES).otel()).isPresent();
    }

    @Test
    void reportsJavacsOutput_andLeavesNoFiles() throws IOException {
        SortedMap<String, Path> files = shipped();
        files.put(NAMES, Files.writeString(folder.resolve("Names.java"), "class Names { int half = ; }"));
        Path compiled = folder.resolve("compiled");

        assertThatThrownBy(() -> ServiceCompiler.lenient(REPOSITORY, compiled).compile("workspace", files))
                .isInstanceOf(CompilationError.class)
                .hasMessageContaining("Names.java:1: error: illegal start of expression")
                .hasMessageContaining("int half = ;");
        assertThat(compiled).isEmptyDirectory();
    }

    @Test
    void treatsAWarningAsAnError_inTheCoursesOwnCode() throws Exception {
        SortedMap<String, Path> files = shipped();
        String text = Files.readString(files.get(NAMES));
        String raw = text.replace("private Names() {}", "private Names() { new java.util.ArrayList().add(1); }");
        files.put(NAMES, Files.writeString(folder.resolve("Names.java"), raw));

        assertThat(ServiceCompiler.lenient(REPOSITORY, folder.resolve("compiled"))
                        .compile("workspace", files))
                .isNotNull();
        assertThatThrownBy(() -> ServiceCompiler.strict(REPOSITORY, folder.resolve("compiled"))
                        .compile("workspace", files))
                .isInstanceOf(CompilationError.class)
                .hasMessageContaining("[rawtypes]");
    }

    @Test
    void makesAJarOfALab_withItsManifestAndItsLibraries() throws Exception {
        CompiledServices code = ServiceCompiler.strict(REPOSITORY, folder).compile("lab", withLab());

        Path jar = code.labs().get(0).jar();
        assertThat(jar).hasFileName("tool.jar");
        try (JarFile file = new JarFile(jar.toFile())) {
            assertThat(file.getEntry("tool/Tool.class")).isNotNull();
            assertThat(file.getManifest().getMainAttributes().getValue("Boot-Class-Path"))
                    .matches("tool.jar /.*/byte-buddy-[0-9.]+jar");
            assertThat(file.getManifest().getMainAttributes().getValue("Premain-Class"))
                    .isEqualTo("tool.Tool");
        }
        assertThat(code.untraced().labAgents(4318)).containsExactly("-javaagent:" + jar + "=to=:4318");
    }

    @Test
    void makesAProgramOfALab_withTheLibrariesThatMavenHasListed() throws Exception {
        Path list = folder.resolve("labs/tool/target/classpath");
        Files.createDirectories(list.getParent());
        Files.writeString(list, pathOf(Test.class));
        String tool = "package tool; public class Tool { public static void main(String[] args) {"
                + " System.out.println(org.junit.jupiter.api.Test.class.getName() + args[0]); System.exit(3); } }";
        SortedMap<String, Path> files = new TreeMap<>();
        files.put("labs/tool/src/main/java/tool/Tool.java", Files.writeString(folder.resolve("Tool.java"), tool));
        files.put(
                "labs/tool/src/main/resources/META-INF/MANIFEST.MF",
                Files.writeString(folder.resolve("MANIFEST.MF"), "Manifest-Version: 1.0\nMain-Class: tool.Tool\n"));
        files.put(
                "labs/tool/workshop.properties",
                Files.writeString(folder.resolve("workshop.properties"), "libraries=maven"));

        LabProgram program =
                LabProgram.ofALearner(ServiceCompiler.lenient(folder, folder.resolve("compiled")), "labs/tool", files);

        Process process = new ProcessBuilder(program.with(List.of(" ran"))).start();
        assertThat(process.getInputStream()).hasContent("org.junit.jupiter.api.Test ran");
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private static String pathOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Test
    void namesTheLibrary_thatALabAsksForAndNothingHas() throws Exception {
        SortedMap<String, Path> files = withLab();
        files.put(
                "labs/tool/workshop.properties",
                Files.writeString(folder.resolve("other.properties"), "libraries=no-such"));

        assertThatThrownBy(() -> ServiceCompiler.strict(REPOSITORY, folder).compile("lab", files))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("labs/tool/workshop.properties names the library no-such");
    }

    /** A tool that needs a library to compile. */
    private SortedMap<String, Path> withLab() throws IOException {
        SortedMap<String, Path> files = shipped();
        String tool = "package tool; class Tool { Class<?> library = net.bytebuddy.ByteBuddy.class; }";
        files.put("labs/tool/src/main/java/tool/Tool.java", Files.writeString(folder.resolve("Tool.java"), tool));
        files.put(
                "labs/tool/src/main/resources/META-INF/MANIFEST.MF",
                Files.writeString(
                        folder.resolve("MANIFEST.MF"),
                        "Manifest-Version: 1.0\nPremain-Class: tool.Tool\nBoot-Class-Path: tool.jar\n"));
        files.put(
                "labs/tool/workshop.properties",
                Files.writeString(
                        folder.resolve("workshop.properties"), "libraries=byte-buddy\njavaagent=to=:{otlp-port}\n"));
        return files;
    }

    private static SortedMap<String, Path> shipped() {
        return new TreeMap<>(Course.in(REPOSITORY).shipped().files());
    }
}
