package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The settings that the OpenTelemetry javaagent knows. It ignores every other one, and says nothing about it. */
public final class AgentSettings {

    private static final String INSTRUMENTATION = "otel.instrumentation.";
    private static final String ENABLED = ".enabled";

    /** The names below {@code otel.instrumentation.} that are no instrumentation of one library. */
    private static final List<String> GROUPS = List.of(
            "common", "http", "messaging", "genai", "sanitization", "resources", "runtime-telemetry", "experimental");

    /** The settings whose names the agent puts together, and those that may change with each of its versions. */
    private static final Pattern COMPOSED = Pattern.compile(
            "otel\\.(exporter\\.otlp\\.((traces|metrics|logs)\\.)?"
                    + "(endpoint|protocol|headers|timeout|compression|certificate|client\\.key|client\\.certificate)"
                    + "|exporter\\.otlp\\.metrics\\..+|resource\\.providers\\..+|.*\\bexperimental\\b.+|javaagent\\.testing\\..+)");

    private static final Pattern VERSION = Pattern.compile("-\\d+(\\.\\d+)*(?=[-.])");

    /** A name that differs in a third of its letters is another name. */
    private static final int LETTERS_PER_MISTAKE = 3;
    /** A setting of a known instrumentation need not be in the list; one that is as near as this to another is misspelt. */
    private static final int SLIPS = 2;

    private static final Map<String, String> KNOWN = new TreeMap<>();

    static {
        Stream.concat(settings().stream(), instrumentations().stream().map(name -> INSTRUMENTATION + name + ENABLED))
                .forEach(key -> KNOWN.put(normalized(key), key));
    }

    private AgentSettings() {}

    /** Says whether the agent knows the setting. */
    public static boolean knows(String key) {
        String name = normalized(VERSION.matcher(key).replaceAll(""));
        return KNOWN.containsKey(name)
                || COMPOSED.matcher(name).matches()
                || isOfAnInstrumentation(name) && mistakes(name, nearestKnown(name)) > SLIPS;
    }

    /** Finds the setting whose name is meant by a misspelt one; empty if none is near. */
    public static Optional<String> nearest(String key) {
        String name = normalized(key);
        String nearest = nearestKnown(name);
        boolean isNear = mistakes(name, nearest) * LETTERS_PER_MISTAKE <= ownLetters(nearest);
        return isNear ? Optional.of(KNOWN.get(nearest)) : Optional.empty();
    }

    private static String nearestKnown(String name) {
        return KNOWN.keySet().stream()
                .min(Comparator.comparingInt(known -> mistakes(name, known)))
                .orElseThrow();
    }

    private static int mistakes(String name, String known) {
        return LevenshteinDistance.getDefaultInstance().apply(name, known);
    }

    // otel.instrumentation.jetty.enabled: 5
    private static int ownLetters(String known) {
        return known.replace(INSTRUMENTATION, "")
                .replace("otel.", "")
                .replace(ENABLED, "")
                .length();
    }

    // otel.instrumentation.jdbc.statement-sanitizer.enabled is, otel.instrumentation.jdbcc.enabled is not
    private static boolean isOfAnInstrumentation(String name) {
        return Stream.concat(instrumentations().stream(), GROUPS.stream())
                .anyMatch(known -> name.startsWith(normalized(INSTRUMENTATION + known + ".")));
    }

    /** The agent takes {@code otel.javaagent.exclude.classes} and {@code OTEL.javaagent.exclude-classes} for the same. */
    private static String normalized(String key) {
        return key.toLowerCase(Locale.ROOT).replace('-', '.');
    }

    static List<String> settings() {
        return lines("agent-settings.txt");
    }

    static List<String> instrumentations() {
        return lines("agent-instrumentations.txt");
    }

    private static List<String> lines(String resource) {
        try (InputStream file = AgentSettings.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
