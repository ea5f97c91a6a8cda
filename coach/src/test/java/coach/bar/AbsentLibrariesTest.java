package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import coach.code.Code;
import coach.course.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AbsentLibrariesTest {

    private static final List<String> MODULES = Sources.MODULES;

    @TempDir
    private Path folder;

    @Test
    void switchesOffWhatNobodyHas_andNothingElse() {
        assertThat(AbsentLibraries.switchedOff(with(Optional.empty())))
                .hasSize(149)
                .containsEntry("OTEL_INSTRUMENTATION_AKKA_ACTOR_ENABLED", "false")
                .doesNotContainKeys("OTEL_INSTRUMENTATION_JDBC_ENABLED", "OTEL_INSTRUMENTATION_JETTY_ENABLED");
    }

    @Test
    void leavesOnWhatTheServicesOwnSettingsName() throws IOException {
        Path otel = Files.writeString(folder.resolve("otel.properties"), "otel.instrumentation.okhttp.enabled=true\n");

        assertThat(AbsentLibraries.switchedOff(with(Optional.of(otel))))
                .hasSize(148)
                .doesNotContainKey("OTEL_INSTRUMENTATION_OKHTTP_ENABLED");
    }

    @Test
    void isNotStoppedBySettingsThatNobodyCanRead() throws IOException {
        Path otel = Files.writeString(folder.resolve("otel.properties"), "otel.service.name=\\u12\n");

        assertThat(AbsentLibraries.switchedOff(with(Optional.of(otel)))).hasSize(149);
    }

    /** Who adds a library to a service takes its name out of the list. */
    @ParameterizedTest
    @FieldSource("MODULES")
    void namesNoLibraryThatAServiceHas(String module) {
        Code shipped = Code.shipped(Path.of("..").toAbsolutePath().normalize());
        Stream<String> jars = Arrays.stream(shipped.libraries(module).split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString());

        assertThat(jars)
                .isNotEmpty()
                .noneMatch(jar -> AbsentLibraries.names().stream().anyMatch(name -> jar.startsWith(name + "-")));
    }

    private Code.Module with(Optional<Path> otel) {
        return new Code.Module(folder, folder, otel);
    }
}
