package coach.bar.containers;

import coach.bar.environment.UserError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** What docker-compose.yml says of its services, as Docker itself reads it. */
public final class ComposeFile {

    private final JsonNode file;

    private ComposeFile(JsonNode file) {
        this.file = file;
    }

    /**
     * How one service is run.
     *
     * @param memory its limit in bytes
     * @param user empty for that of the image
     * @param command empty for that of the image
     */
    public record Service(String image, String memory, String user, List<String> command) {}

    static ComposeFile parse(String json) {
        try {
            return new ComposeFile(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new UserError("'docker compose config' answered something else than JSON: " + e.getMessage(), e);
        }
    }

    /** Its name stands before that of each image and container. */
    public String project() {
        return file.path("name").asText();
    }

    /** @throws UserError when there is no such service */
    public Service service(String name) {
        JsonNode service = file.path("services").path(name);
        if (service.isMissingNode()) {
            throw new UserError("docker-compose.yml has no service '" + name + "'.");
        }
        List<String> command = new ArrayList<>();
        service.path("command").forEach(word -> command.add(word.asText()));
        return new Service(
                service.path("image").asText(project() + "-" + name),
                service.path("mem_limit").asText(),
                service.path("user").asText(""),
                command);
    }
}
