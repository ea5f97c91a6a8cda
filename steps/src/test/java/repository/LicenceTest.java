package repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The licence is the same in all places that name it. */
class LicenceTest {

    private static final String IDENTIFIER = "Apache-2.0";

    private final Pom pom = Pom.read(ClassPath.REPOSITORY.resolve("pom.xml"));

    @Test
    void isNamedInThePom_byItsIdentifier() {
        assertThat(pom.licences()).containsExactly(IDENTIFIER);
    }

    @Test
    void isLinkedFromItsNotice_whereThePomLinksIt() throws IOException {
        String url = pom.text("licenses", "license", "url").orElseThrow();

        assertThat(text("LICENSE")).contains("SPDX-License-Identifier: " + IDENTIFIER + "\n", url);
    }

    @Test
    void isSaidInTheReadme() throws IOException {
        assertThat(text("README.md")).contains("[" + IDENTIFIER + "](LICENSE)", "(THIRD-PARTY.md)");
    }

    @Test
    void givesRedistributorsANoticeToKeep() throws IOException {
        assertThat(text("NOTICE")).contains("Copyright", pom.text("name").orElseThrow(), "THIRD-PARTY.md");
    }

    @Test
    void namesWhatIsUnderALicenceOfOthers() throws IOException {
        String notice = text("LICENSE").replaceAll("\\s+", " ");
        try (Stream<Path> files = Files.walk(ClassPath.REPOSITORY.resolve("labs"))) {
            assertThat(files.filter(
                            file -> file.endsWith("LICENSE") && !file.toString().contains("target")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(notice).contains(folder(file)));
        }
    }

    private static String folder(Path file) {
        Path folder = ClassPath.REPOSITORY.relativize(file.getParent());
        return folder.toString().replace('\\', '/');
    }

    private static String text(String file) throws IOException {
        Path path = ClassPath.REPOSITORY.resolve(file);
        return Files.readString(path).replace("\r\n", "\n");
    }
}
