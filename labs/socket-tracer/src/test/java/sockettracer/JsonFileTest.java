package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sockettracer.export.JsonFile;

class JsonFileTest {

    @TempDir
    Path folder;

    private Path write(int sections) {
        Path file = folder.resolve("sections.json");
        for (int i = 0; i < sections; i++) {
            Section section = Tracer.section("größer");
            Sample.exchange(new Connection("bar:80", false), Sample.utf8("what?"), Sample.utf8("a donut"));
            section.close();
            new JsonFile(file).accept(Recording.of(section));
        }
        return file;
    }

    @Test
    void hasALineForEachSection() throws Exception {
        Path file = write(2);

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).get("section").asText())
                        .isEqualTo("größer"));
    }

    /** What was asked may hold passwords. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void canBeReadByItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(write(1))))
                .isEqualTo("rw-------");
    }
}
