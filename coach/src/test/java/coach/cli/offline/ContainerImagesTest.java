package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerImagesTest {

    @TempDir
    private Path repository;

    @Test
    void takesAlongWhatServicesAreBuiltOn_butNotWhatTheToolIs() throws IOException {
        Path dockerfile = repository.resolve("coach/docker/Dockerfile");
        Files.createDirectories(dockerfile.getParent());
        Files.writeString(dockerfile, """
                ARG TOOL=built
                FROM maven:3.9-jdk AS built
                FROM $TOOL AS coach
                FROM temurin:25-jre AS jre
                FROM jre AS database
                """);

        assertThat(new ContainerImages(repository).bases()).containsExactly("temurin:25-jre");
    }

    @Test
    void cannotBeHad_withoutAComposeFile() {
        assertThat(new ContainerImages(repository).canBeHad()).isFalse();
    }
}
