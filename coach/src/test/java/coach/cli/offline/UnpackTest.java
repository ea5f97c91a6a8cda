package coach.cli.offline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packs of a few files. */
class UnpackTest {

    @TempDir
    private Path temp;

    private final SortedMap<String, String> contents = new TreeMap<>();

    @Test
    void writesWhatIsInIt_andNothingTheSecondTime() throws IOException {
        contents.put("coach/pom.xml", "<project/>");
        Path pack = pack();

        assertThat(Unpack.unpack(pack, folder())).isNull();
        var written = Files.getLastModifiedTime(folder().resolve("coach/pom.xml"));
        assertThat(Unpack.unpack(pack, folder())).isNull();

        assertThat(folder().resolve("coach/pom.xml")).hasContent("<project/>");
        assertThat(Files.getLastModifiedTime(folder().resolve("coach/pom.xml"))).isEqualTo(written);
    }

    @Test
    void namesTheJarsByTheirFullPaths() throws IOException {
        contents.put("coach/target/classpath", ".workshop/maven-repository/a.jar\n.workshop/maven-repository/b.jar");

        Unpack.unpack(pack(), folder());

        Path libraries = folder().resolve(".workshop").resolve("maven-repository");
        assertThat(folder().resolve("coach/target/classpath"))
                .hasContent(libraries.resolve("a.jar") + File.pathSeparator + libraries.resolve("b.jar"));
    }

    @Test
    void makesScriptsExecutable() throws IOException {
        contents.put("workshop", "#!/bin/sh\n");

        Unpack.unpack(pack(), folder());

        assertThat(folder().resolve("workshop")).isExecutable();
    }

    @Test
    void leavesWhatTheLearnerHasChanged_andHasTheWorkshopBuiltAnew() throws IOException {
        contents.put("beer-donut-app/pom.xml", "<project/>");
        Files.createDirectories(folder().resolve("beer-donut-app"));
        Files.writeString(folder().resolve("beer-donut-app/pom.xml"), "mine");

        assertThat(Unpack.unpack(pack(), folder())).isNull();

        assertThat(folder().resolve("beer-donut-app/pom.xml")).hasContent("mine");
        assertThat(folder().resolve(".workshop/built")).doesNotExist();
    }

    @Test
    void replacesWhatAnEarlierPackWrote_whenNobodyHasChangedIt() throws IOException {
        contents.put("README.md", "old");
        Unpack.unpack(pack(), folder());
        contents.put("README.md", "new");

        assertThat(Unpack.unpack(pack(), folder())).isNull();

        assertThat(folder().resolve("README.md")).hasContent("new");
        assertThat(folder().resolve(".workshop/built")).exists();
    }

    @Test
    void doesNotRunMavenOfflineForAClone() throws IOException {
        contents.put("README.md", "text");
        Files.createDirectories(folder().resolve(".git"));

        assertThat(Unpack.unpack(pack(), folder())).isNull();

        assertThat(folder().resolve(".mvn")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "coach/../../outside",
                "/outside",
                "C:/outside",
                "a\\..\\..\\outside",
                "a//b",
                "workspace/mine",
                "WORKSPACE/mine",
                ".git/config"
            })
    void refusesToWriteWhereNoPackShould(String name) throws IOException {
        contents.put("a-file", "text");
        contents.put(name, "text");

        assertThat(Unpack.unpack(pack(), folder())).contains("wants to write where no pack should");

        assertThat(folder().resolve("a-file")).doesNotExist();
    }

    @Test
    void refusesToWriteThroughALink() throws IOException {
        contents.put("steps/README.md", "text");
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createDirectories(folder());
        assumeTrue(linked(folder().resolve("steps"), elsewhere), "may make no links here");

        assertThat(Unpack.unpack(pack(), folder())).contains("a link that leads elsewhere");

        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void refusesOneThatIsDamaged_andWritesNothing() throws IOException {
        contents.put("a-file.jar", "some bytes as they are");
        Path pack = pack();
        byte[] bytes = Files.readAllBytes(pack);
        int at = new String(bytes, ISO_8859_1).indexOf("bytes as");
        bytes[at] = 'B';
        Files.write(pack, bytes);

        assertThat(Unpack.unpack(pack, folder())).contains("is damaged", "a-file.jar", "Next: ");

        assertThat(folder()).doesNotExist();
    }

    @Test
    void refusesOneThatIsNotAllThere() throws IOException {
        contents.put("a-file", "text");
        Path pack = pack();
        byte[] bytes = Files.readAllBytes(pack);
        Files.write(pack, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(Unpack.unpack(pack, folder())).contains("is no pack, or not all of it", "Next: ");
    }

    @Test
    void refusesAZipOfSomethingElse() throws IOException {
        Path zip = temp.resolve("other.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("holiday.txt"));
        }

        assertThat(Unpack.unpack(zip, folder())).contains("is a zip, but no pack");
    }

    @Test
    void refusesOneThatHoldsMoreThanItsListSays() throws IOException {
        contents.put("a-file", "text");
        Path pack = pack();
        try (var zip = FileSystems.newFileSystem(pack)) {
            Files.writeString(zip.getPath("another-file"), "text");
        }

        assertThat(Unpack.unpack(pack, folder()))
                .contains("is not what its list says: it should hold 1 files, and holds 2");
    }

    @Test
    void refusesOneThatLacksAFile() throws IOException {
        contents.put("a-file", "text");
        contents.put("another-file", "text");
        Path pack = pack();
        try (var zip = FileSystems.newFileSystem(pack)) {
            Files.delete(zip.getPath("another-file"));
        }

        assertThat(Unpack.unpack(pack, folder())).contains("it should hold 2 files, and holds 1");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThat(Unpack.unpack(temp.resolve("nowhere.zip"), folder())).contains("There is no file", "nowhere.zip");
    }

    private static boolean linked(Path link, Path to) {
        try {
            Files.createSymbolicLink(link, to);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            // Windows lets only some make links.
            return false;
        }
    }

    private Path folder() {
        return temp.resolve("a workshop");
    }

    private Path pack() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        int number = 0;
        for (var content : contents.entrySet()) {
            Path file = temp.resolve("content-" + number++);
            files.put(content.getKey(), Files.write(file, content.getValue().getBytes(UTF_8)));
        }
        Path pack = temp.resolve("pack.zip");
        new PackWriter(pack).write(files);
        return pack;
    }
}
