package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
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

class UnusedInstrumentationsTest {

    private static final List<String> MODULES = CompiledServices.MODULES;

    @TempDir
    private Path folder;

    @Test
    void switchesOffUnusedInstrumentations_andNoOther() {
        assertThat(UnusedInstrumentations.switchedOff(with(Optional.empty())))
                .hasSize(149)
                .containsEntry("OTEL_INSTRUMENTATION_AKKA_ACTOR_ENABLED", "false")
                .doesNotContainKeys("OTEL_INSTRUMENTATION_JDBC_ENABLED", "OTEL_INSTRUMENTATION_JETTY_ENABLED");
    }

    @Test
    void leavesOutInstrumentations_thatTheServicesOwnSettingsName() throws IOException {
        Path otel = Files.writeString(folder.resolve("otel.properties"), "otel.instrumentation.okhttp.enabled=true\n");

        assertThat(UnusedInstrumentations.switchedOff(with(Optional.of(otel))))
                .hasSize(148)
                .doesNotContainKey("OTEL_INSTRUMENTATION_OKHTTP_ENABLED");
    }

    @Test
    void ignoresSettingsThatCannotBeRead() throws IOException {
        Path otel = Files.writeString(folder.resolve("otel.properties"), "otel.service.name=\\u12\n");

        assertThat(UnusedInstrumentations.switchedOff(with(Optional.of(otel)))).hasSize(149);
    }

    /** A library that is added to a service has to be removed from the list. */
    @ParameterizedTest
    @FieldSource("MODULES")
    void namesNoLibraryThatAServiceHas(String module) {
        CompiledServices shipped =
                CompiledServices.shipped(Path.of("..").toAbsolutePath().normalize());
        Stream<String> jars = Arrays.stream(shipped.libraries(module).split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString());

        assertThat(jars)
                .isNotEmpty()
                .noneMatch(jar -> UnusedInstrumentations.names().stream().anyMatch(name -> jar.startsWith(name + "-")));
    }

    private CompiledServices.Module with(Optional<Path> otel) {
        return new CompiledServices.Module(folder, folder, otel);
    }
}
