package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.bar.standby.StandbyMain;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The list of classes that a JVM loads ahead is about the libraries that the services have. */
class LibraryClassesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @Test
    void namesClassesThatAreThere() throws IOException {
        List<String> names = names();
        Set<String> there = classesOfTheLibraries();

        List<String> gone = names.stream().filter(name -> !there.contains(name)).toList();

        assertThat(names).hasSizeGreaterThan(5_000);
        // A library's new version may lose some; RATIONALE.md beside StandbyMain says how to record them anew.
        assertThat(gone).as("of %d classes", names.size()).hasSizeLessThan(names.size() / 20);
    }

    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        String inPackage = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(StandbyMain.class.getResourceAsStream("library-classes.txt"), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(" ")) {
                    names.add(inPackage + "." + line.strip());
                } else {
                    inPackage = line;
                }
            }
        }
        return names;
    }

    private static Set<String> classesOfTheLibraries() throws IOException {
        Set<String> classes = new HashSet<>();
        CompiledServices shipped = CompiledServices.shipped(REPOSITORY);
        for (String module : CompiledServices.MODULES) {
            for (String jar : shipped.libraries(module).split(File.pathSeparator)) {
                try (JarFile file = new JarFile(jar)) {
                    file.stream()
                            .map(entry -> entry.getName().replace('/', '.').replaceFirst("\\.class$", ""))
                            .forEach(classes::add);
                }
            }
        }
        return classes;
    }
}
