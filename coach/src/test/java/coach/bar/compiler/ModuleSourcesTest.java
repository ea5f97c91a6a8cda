package coach.bar.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleSourcesTest {

    private static final String WEB = "beer-donut-app/src/main/java/beerdonut/web/";

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "._Timer.java",
                ".#Timer.java",
                "#Timer.java#",
                "Timer.java~",
                ".Timer.java.swp",
                ".Timer.java.swo",
                "4913.java",
                "Timer (1).java",
                "Timer 2.java",
                "Timer - Copy.java",
                "Timer.java___jb_tmp___",
                "Timer.java.orig",
                ".goutputstream-A1B2C3",
                ".fuse_hidden0001.java",
                "desktop.ini",
                ".DS_Store"
            })
    void leavesOutWhatEditorsAndSystemsLeave(String name) throws IOException {
        Path web = Files.createDirectories(folder.resolve(WEB));
        Files.writeString(web.resolve("Timer.java"), "class Timer {}");
        Files.writeString(web.resolve(name), "\u0000");

        assertThat(ModuleSources.in(folder)).containsOnlyKeys(WEB + "Timer.java");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Timer.java", "Größe.java", "package-info.java", "module-info.java", "notes.txt"})
    void keepsSourcesAndOtherFiles(String name) {
        assertThat(ModuleSources.include(WEB + name)).isTrue();
    }

    @Test
    void leavesOutTheTestsOfALab_andWhatTheyNeed() {
        assertThat(ModuleSources.include("labs/access-log/src/main/java/accesslog/Run.java"))
                .isTrue();
        assertThat(ModuleSources.include("labs/access-log/src/test/java/accesslog/LogText.java"))
                .isFalse();
        assertThat(ModuleSources.include("labs/access-log/src/fixtures/java/accesslog/generator/Truth.java"))
                .isFalse();
    }

    @Test
    void leavesOutAllOfAToolsFolder() {
        assertThat(ModuleSources.include("beer-donut-app/.settings/Timer.java")).isFalse();
        assertThat(ModuleSources.include("beer-donut-app/target/classpath")).isFalse();
        assertThat(ModuleSources.include("coach/pom.xml")).isFalse();
    }
}
