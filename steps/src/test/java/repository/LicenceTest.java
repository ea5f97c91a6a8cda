package repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String text(String file) throws IOException {
        Path path = ClassPath.REPOSITORY.resolve(file);
        return Files.readString(path).replace("\r\n", "\n");
    }
}
