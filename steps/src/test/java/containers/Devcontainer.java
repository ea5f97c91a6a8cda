package containers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The file that tells an editor which container to open the repository in. */
record Devcontainer(Path folder, JsonNode content) {

    static Devcontainer of(Path repository) {
        Path folder = repository.resolve(".devcontainer");
        try {
            return new Devcontainer(
                    folder,
                    new ObjectMapper()
                            .readTree(folder.resolve("devcontainer.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read devcontainer.json", e);
        }
    }

    Path dockerfile() {
        return inBuild("dockerfile");
    }

    Path context() {
        return inBuild("context");
    }

    String target() {
        return content.at("/build/target").asText();
    }

    String user() {
        return content.path("remoteUser").asText();
    }

    String afterwards() {
        return content.path("postCreateCommand").asText();
    }

    private Path inBuild(String name) {
        return folder.resolve(content.at("/build/" + name).asText()).normalize();
    }
}
