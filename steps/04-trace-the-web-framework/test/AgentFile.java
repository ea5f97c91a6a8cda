package test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.AgentSettings;
import coach.course.check.StepContext;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of the app's agent, as its {@code otel.properties} has them. */
record AgentFile(Properties settings) {

    private static final String PATH = "beer-donut-app/otel.properties";

    // 200, 200ms, 1 s
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|)");

    static AgentFile of(StepContext context) {
        Path file = context.file(PATH).orElseThrow(() -> new AssertionError("""
                        The app is not traced yet: there is no file %s.
                        The agent is attached to the app because this file is there, and reads it.""".formatted(PATH)));
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(file, UTF_8)) {
            settings.load(text);
            return new AgentFile(settings);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError("%s cannot be read: %s".formatted(PATH, e.getMessage()), e);
        }
    }

    /** The agent ignores a setting whose name is misspelt, and says nothing. */
    void hasNoUnknownSetting() {
        for (String key : new TreeSet<>(settings.stringPropertyNames())) {
            assertThat(AgentSettings.knows(key))
                    .withFailMessage(() -> """
                            %s has a setting that the agent does not know: %s. It ignores the line, and says nothing.
                            %s""".formatted(PATH, key, meant(key)))
                    .isTrue();
        }
    }

    private static String meant(String key) {
        return AgentSettings.nearest(key)
                .map("Did you mean %s?"::formatted)
                .orElse("Names look like otel.service.name and otel.instrumentation.jetty.enabled.");
    }

    /** The agent would send metrics and logs as well. */
    void sendsTracesAlone() {
        for (String key : new String[] {"otel.metrics.exporter", "otel.logs.exporter"}) {
            assertThat(settings.getProperty(key, "nothing, which is otlp").strip())
                    .withFailMessage(() ->
                            "%s should be none in %s, and is %s: the agent sends metrics and logs too, unless it is told otherwise."
                                    .formatted(key, PATH, settings.getProperty(key, "not there")))
                    .isEqualTo("none");
        }
    }

    /** Whoever looks for a trace would wait for it as long as the agent does. */
    void sendsAtLeastOnceASecond() {
        String key = "otel.bsp.schedule.delay";
        String delay = settings.getProperty(key, "5000").strip();
        Matcher duration = DURATION.matcher(delay);
        assertThat(duration.matches()
                        && Integer.parseInt(duration.group(1))
                                <= (duration.group(2).equals("s") ? 1 : 1_000))
                .withFailMessage(() ->
                        "%s should be short in %s, such as 200 (milliseconds), and is %s: you would wait as long for each trace."
                                .formatted(key, PATH, delay))
                .isTrue();
    }
}
