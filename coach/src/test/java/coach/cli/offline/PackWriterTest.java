package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackWriterTest {

    @TempDir
    private Path temp;

    @Test
    void isTheSameEachTime_whateverTheTimesOfItsFiles() throws IOException {
        Path content = Files.writeString(temp.resolve("content"), "text");
        SortedMap<String, Path> contents = new TreeMap<>(Map.of("b/file", content, "a.jar", content));
        String first = new PackWriter(temp.resolve("first.zip")).write(contents);
        Files.setLastModifiedTime(content, FileTime.from(Instant.EPOCH));

        String second = new PackWriter(temp.resolve("second.zip")).write(contents);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void hasTheChecksumOfTheWholeBesideIt() throws IOException {
        Path pack = temp.resolve("some.zip");
        Path content = Files.writeString(temp.resolve("content"), "text");

        new PackWriter(pack).write(new TreeMap<>(Map.of("file", content)));

        assertThat(temp.resolve("some.zip.sha256")).hasContent(Unpack.sum(Files.newInputStream(pack)) + "  some.zip");
    }
}
