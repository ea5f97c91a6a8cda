package repository;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each library has one version, in all programs of this repository. */
class ClassPathTest {

    @Test
    void hasOneVersionOfALibrary_inAllPrograms() {
        Map<String, Set<String>> versions = ClassPath.all()
                .flatMap(program -> program.libraries().stream())
                .collect(
                        groupingBy(Library::name, TreeMap::new, mapping(Library::version, toCollection(TreeSet::new))));

        assertThat(versions).hasSizeGreaterThan(90);
        assertThat(versions.values())
                .as("pin it in the root pom; libraries: %s", versions)
                .allSatisfy(found -> assertThat(found).hasSize(1));
    }

    /**
     * A library under two names, or one that carries a copy of another, would decide by its place which version runs.
     */
    @ParameterizedTest
    @MethodSource("programs")
    void hasNoClassTwice(ClassPath program) throws IOException {
        Map<String, String> homes = new HashMap<>();
        Set<String> twice = new TreeSet<>();
        for (Library library : program.libraries()) {
            for (String name : classes(library)) {
                String other = homes.put(name, library.name());
                if (other != null) {
                    twice.add("%s and %s, such as %s".formatted(other, library.name(), packageOf(name)));
                }
            }
        }

        assertThat(homes).hasSizeGreaterThan(1000);
        assertThat(twice).isEmpty();
    }

    private static List<String> classes(Library library) throws IOException {
        try (JarFile jar = new JarFile(library.jar().toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.endsWith("module-info.class") && !name.endsWith("package-info.class"))
                    .toList();
        }
    }

    private static String packageOf(String name) {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : name;
    }

    static Stream<ClassPath> programs() {
        return ClassPath.all();
    }
}
