package sockettracer;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sockettracer.export.OtlpSender;

/** The agent's options: {@code name=value}, with a comma between two, and a {@code +} between several values of one. */
final class Options {

    /** OpenTelemetry's exporters talk to these ports: telemetry about the program is no call of the program. */
    private static final List<String> COLLECTORS = List.of(":4317", ":4318");

    private static final int DEFAULT_PAYLOAD = 64 * 1024;
    private static final List<String> NAMES =
            List.of("sections", "ignore", "payload", "callers", "report", "json", "otlp", "service");

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> sections;
    private final Set<String> ignored = new LinkedHashSet<>(COLLECTORS);
    private final int payload;
    private final String callers;
    private final URI otlp;

    private static volatile Options current = of(null);

    private Options(String text) {
        for (String option : text == null || text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = option.strip().split("=", 2);
            if (!NAMES.contains(parts[0]) || parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("it does not know the option '" + option.strip()
                        + "'. An option is name=value, and the names are " + String.join(", ", NAMES));
            }
            values.put(parts[0], parts[1].strip());
        }
        sections = MainMethod.resolve(set("sections"));
        ignored.addAll(set("ignore"));
        payload = number("payload", DEFAULT_PAYLOAD);
        callers = values.get("callers");
        otlp = values.containsKey("otlp") ? OtlpSender.endpoint(values.get("otlp")) : null;
        if (otlp != null) {
            ignored.add(otlp.getHost() + ":" + otlp.getPort());
        }
        if (!List.of("on", "off").contains(values.getOrDefault("report", "on"))) {
            throw new IllegalArgumentException("report is '" + values.get("report") + "', and should be on or off");
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    static Options of(String text) {
        return new Options(text);
    }

    static void use(Options options) {
        current = options;
    }

    static Options current() {
        return current;
    }

    Set<String> sections() {
        return sections;
    }

    boolean ignores(String peer) {
        return ignored.stream().anyMatch(entry -> entry.startsWith(":") ? peer.endsWith(entry) : peer.equals(entry));
    }

    /** How many bytes are kept of a question or an answer. */
    int payload() {
        return payload;
    }

    /** What the names of classes begin with among which the caller is looked for; null if it is not. */
    String callers() {
        return callers;
    }

    boolean report() {
        return !"off".equals(values.get("report"));
    }

    Optional<Path> json() {
        return Optional.ofNullable(values.get("json")).map(Path::of);
    }

    Optional<URI> otlp() {
        return Optional.ofNullable(otlp);
    }

    String service() {
        return values.getOrDefault("service", MainMethod.simpleName());
    }

    private Set<String> set(String name) {
        return values.containsKey(name)
                ? new LinkedHashSet<>(List.of(values.get(name).split("\\+")))
                : Set.of();
    }

    private int number(String name, int otherwise) {
        String value = values.getOrDefault(name, String.valueOf(otherwise));
        try {
            return Math.max(0, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + value + "', and should be a number of bytes", e);
        }
    }
}
