package coach.bar.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.course.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private static SortedMap<String, Path> shipped() {
        return new TreeMap<>(Course.in(REPOSITORY).shipped().files());
    }
}
