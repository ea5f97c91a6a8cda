package repository;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** One version of a library, as a jar in a Maven repository. */
record Library(String group, String artifact, String version, Path jar, List<String> licences)
        implements Comparable<Library> {

    private static final Comparator<Library> BY_NAME =
            Comparator.comparing(Library::name).thenComparing(Library::version);

    // …/org/slf4j/slf4j-api/2.0.19/slf4j-api-2.0.19.jar
    static Library of(Path jar) {
        Path folder = jar.getParent();
        String version = folder.getFileName().toString();
        Pom pom =
                Pom.read(folder.resolve("%s-%s.pom".formatted(folder.getParent().getFileName(), version)));
        return new Library(pom.group(), pom.artifact(), version, jar, pom.licences());
    }

    String name() {
        return group + ":" + artifact;
    }

    // | org.slf4j:slf4j-api | 2.0.19 | MIT |
    String row() {
        String choice =
                licences.stream().map(name -> Spdx.of(name, this)).distinct().collect(joining(" or "));
        return "| %s | %s | %s |".formatted(name(), version, choice);
    }

    @Override
    public int compareTo(Library other) {
        return BY_NAME.compare(this, other);
    }
}
