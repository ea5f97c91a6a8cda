package containers;

import coach.bar.environment.Ports;
import coach.course.check.ServiceClient;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import traces.store.StoreClient;

/** The bar of a folder's docker-compose.yml, under a name and at ports of its own. */
final class Compose implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Compose(Path folder, String project) {
        this.folder = folder;
        environment.put("COMPOSE_PROJECT_NAME", project);
        // Others would take these for the bar at the usual ports.
        List.of("APP_PORT", "SCORE_PORT", "PAGE_PORT", "OTLP_PORT")
                .forEach(port -> environment.put(port, Integer.toString(Ports.free())));
    }

    /** For another command that should find this bar, and its images. */
    Map<String, String> environment() {
        return environment;
    }

    /** {@code docker compose} with these words. */
    Command.Said say(String... words) {
        return say(Map.of(), words);
    }

    private Command.Said say(Map<String, String> more, String... words) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(words));
        return new Command(folder, all).say(command.toArray(String[]::new));
    }

    /** Opens the bar with a state of the course, or with what there is, and waits until it is healthy. */
    void up(String step) {
        upWith(step).expectSuccess();
    }

    /** @param options more of them */
    Command.Said upWith(String step, String... options) {
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--wait", "--wait-timeout", "240"));
        words.addAll(List.of(options));
        return say(Map.of("STEP", step), words.toArray(String[]::new));
    }

    /** Gives the output of a command in a service's container. */
    String in(String service, String... words) {
        List<String> command = new ArrayList<>(List.of("exec", "-T", service));
        command.addAll(List.of(words));
        return say(command.toArray(String[]::new)).expectSuccess();
    }

    /** What the database says to a statement of the services' user; with this password, in a shell's words. */
    String sql(String statement, String password) {
        String shell = "java -cp '/bar/*' org.h2.tools.Shell -url 'jdbc:h2:tcp://localhost:9092/bar;SCHEMA=BAR'"
                + " -user bar -password \"" + password + "\" -sql \"" + statement + "\" 2>&1 || true";
        return in("database", "sh", "-c", shell);
    }

    JsonNode config() {
        try {
            return new ObjectMapper().readTree(say("config", "--format", "json").expectSuccess());
        } catch (JsonProcessingException e) {
            throw new AssertionError("docker compose config is not JSON", e);
        }
    }

    ServiceClient app() {
        return new ServiceClient(at("APP_PORT"));
    }

    ServiceClient scores() {
        return new ServiceClient(at("SCORE_PORT"));
    }

    ServiceClient page() {
        return new ServiceClient(at("PAGE_PORT"));
    }

    SpanFlood flood() {
        return new SpanFlood(at("OTLP_PORT"));
    }

    StoreClient traces() {
        return new StoreClient(at("PAGE_PORT"));
    }

    private URI at(String port) {
        return URI.create("http://localhost:" + environment.get(port));
    }

    @Override
    public void close() {
        say("--profile", "*", "down", "--volumes", "--rmi", "local", "--remove-orphans")
                .expectSuccess();
    }
}
