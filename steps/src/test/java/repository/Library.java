package repository;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** One version of a library, as a jar in a Maven repository. */
record Library(String group, String artifact, String version, Path jar, List<String> licences)
        implements Comparable<Library> {

    private static final Comparator<Library> BY_NAME =
            Comparator.comparing(Library::name).thenComparing(Library::version);

    // …/org/slf4j/slf4j-api/2.0.19/slf4j-api-2.0.19.jar
    static Library of(Path jar) {
        String version = jar.getParent().getFileName().toString();
        String artifact = jar.getParent().getParent().getFileName().toString();
        Path file = jar.resolveSibling("%s-%s.pom".formatted(artifact, version));
        if (!Files.exists(file)) {
            return withoutPom(artifact, version, jar);
        }
        Pom pom = Pom.read(file);
        return new Library(pom.group(), pom.artifact(), version, jar, pom.licences());
    }

    /**
     * Maven adds plexus-utils to old plug-ins by itself, without its pom; the jar says what it is, but not its licence.
     */
    private static Library withoutPom(String artifact, String version, Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String group = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith("/" + artifact + "/pom.properties"))
                    .map(name -> name.split("/")[2])
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(jar + " has no pom, beside it or within"));
            return new Library(group, artifact, version, jar, List.of(artifact + " " + version + ", without a pom"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + jar, e);
        }
    }

    String name() {
        return group + ":" + artifact;
    }

    // | org.slf4j:slf4j-api | 2.0.19 | MIT |
    String row() {
        List<String> named = licences.isEmpty() ? List.of("(none named)") : licences;
        String choice =
                named.stream().map(name -> Spdx.of(name, this)).distinct().collect(joining(" or "));
        return "| %s | %s | %s |".formatted(name(), version, choice);
    }

    @Override
    public int compareTo(Library other) {
        return BY_NAME.compare(this, other);
    }
}
