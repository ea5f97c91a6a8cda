package coach.bar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentSettingsTest {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9.]+)*");

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otel.service.name",
                "otel.javaagent.exclude.classes",
                "otel.instrumentation.jetty-12.0.enabled",
                "otel.instrumentation.runtime-telemetry.enabled",
                "otel.instrumentation.jdbc.statement-sanitizer.enabled",
                "otel.instrumentation.common.experimental.controller-telemetry.enabled",
                "otel.exporter.otlp.traces.headers",
                "otel.resource.providers.aws.enabled"
            })
    void knows(String key) {
        assertThat(AgentSettings.knows(key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "otel.bsp.schedule.dealy, otel.bsp.schedule.delay",
                "otl.service.name, otel.service.name",
                "otel.metric.exporter, otel.metrics.exporter",
                "otel.instrumentation.opentelemetry.enabled, otel.instrumentation.opentelemetry-api.enabled",
                "otel.instrumentation.hibernat.enabled, otel.instrumentation.hibernate.enabled",
                "otel.instrumentation.common.default-enable, otel.instrumentation.common.default-enabled",
                "otel.instrumentation.brewery.enabled, -",
                "beer, -"
            })
    void doesNotKnow_butMaySayWhichIsMeant(String key, String meant) {
        assertThat(AgentSettings.knows(key)).isFalse();
        assertThat(AgentSettings.nearest(key).orElse(null)).isEqualTo(meant);
    }

    @Test
    void knowsAllThatTheCourseUses() throws IOException {
        Properties used = new Properties();
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("solutions"))) {
            for (Path file :
                    files.filter(path -> path.endsWith("otel.properties")).toList()) {
                try (Reader text = Files.newBufferedReader(file)) {
                    used.load(text);
                }
            }
        }

        assertThat(used.stringPropertyNames()).hasSizeGreaterThan(10).allMatch(AgentSettings::knows);
    }

    /** Another version of the agent may have lost some. */
    @Test
    void namesNoneThatTheAgentDoesNotHave() throws IOException {
        Set<String> settings = new HashSet<>(AgentSettings.settings());
        Set<String> instrumentations = new HashSet<>(AgentSettings.instrumentations());
        try (JarFile jar = new JarFile(JavaAgent.find(REPOSITORY).toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String code = new String(jar.getInputStream(entry).readAllBytes(), ISO_8859_1);
                settings.removeIf(code::contains);
                if (entry.getName().contains("InstrumentationModule")) {
                    NAME.matcher(code)
                            .results()
                            .forEach(name -> instrumentations.remove(withoutVersions(name.group())));
                }
            }
        }

        assertThat(settings).isEmpty();
        assertThat(instrumentations).isEmpty();
    }

    // akka-actor-2.3-core: akka-actor-core
    private static String withoutVersions(String name) {
        return name.replaceAll("-\\d+(\\.\\d+)*(?=-|$)", "");
    }
}
