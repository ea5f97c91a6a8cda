package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.CompiledServices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The javaagent's instrumentations of libraries that neither service has. The agent knows 180 and looks for each in
 * every class that is loaded. Without the 149 unused ones the app starts in 9 CPU seconds instead of 12, and makes the
 * same spans.
 */
public final class UnusedInstrumentations {

    private static final String NAMES = "absent-libraries.txt";

    private UnusedInstrumentations() {}

    /**
     * Returns environment variables that switch them off. Those that the module's own {@code otel.properties} names are
     * left out, because a variable would override that file.
     */
    public static Map<String, String> switchedOff(CompiledServices.Module module) {
        Properties own = read(module.otel());
        return names().stream()
                .filter(name -> !own.containsKey("otel.instrumentation." + name + ".enabled"))
                .collect(Collectors.toMap(UnusedInstrumentations::variable, name -> "false"));
    }

    // akka-actor: OTEL_INSTRUMENTATION_AKKA_ACTOR_ENABLED
    private static String variable(String name) {
        return "OTEL_INSTRUMENTATION_" + name.replace('-', '_').toUpperCase(Locale.ROOT) + "_ENABLED";
    }

    static List<String> names() {
        try (InputStream file = UnusedInstrumentations.class.getResourceAsStream(NAMES);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(NAMES, e);
        }
    }

    /** Returns nothing for a file that cannot be read: the agent will report what is wrong with it. */
    private static Properties read(Optional<Path> file) {
        Properties own = new Properties();
        if (file.isPresent()) {
            try (Reader text = Files.newBufferedReader(file.get())) {
                own.load(text);
            } catch (IOException | IllegalArgumentException e) {
                own.clear();
            }
        }
        return own;
    }
}
