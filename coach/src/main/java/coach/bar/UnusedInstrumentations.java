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
 * Libraries that the javaagent knows and that neither service has. It would look for each in every class that is loaded: a quarter
 * of the time that a service takes to start.
 */
public final class UnusedInstrumentations {

    private static final String NAMES = "absent-libraries.txt";

    private UnusedInstrumentations() {}

    /**
     * Environment variables that switch their instrumentation off; not that which the module's own {@code otel.properties} names,
     * as a variable would win over it.
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

    /** A learner's file may be anything: what cannot be read names nothing, and the agent will say more. */
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
