package coach.bar.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    private Path folder(String name, String content) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.writeString(made.resolve("file"), content);
        return made;
    }

    @Test
    void movesAFolderToItsPlace() throws IOException {
        Path finished = folder("finished", "new");
        Path place = folder.resolve("place");

        assertThat(Folders.moveUnlessThere(finished, place)).isTrue();

        assertThat(place.resolve("file")).hasContent("new");
        assertThat(finished).doesNotExist();
    }

    @Test
    void leavesAFullFolderAsItIs() throws IOException {
        Path finished = folder("finished", "new");
        Path place = folder("place", "old");

        assertThat(Folders.moveUnlessThere(finished, place)).isFalse();

        assertThat(place.resolve("file")).hasContent("old");
        assertThat(finished).exists();
    }

    @Test
    void fails_whenAFileIsInTheWay() throws IOException {
        Path finished = folder("finished", "new");
        Path place = Files.writeString(folder.resolve("place"), "a file");

        assertThatThrownBy(() -> Folders.moveUnlessThere(finished, place)).isInstanceOf(FileSystemException.class);

        assertThat(place).hasContent("a file");
    }
}
