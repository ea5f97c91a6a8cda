package repository;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The libraries that one program of this repository runs with, as Maven has resolved them. */
record ClassPath(String program, List<Library> libraries) {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** Each program that is shipped, and the tests of those modules that have libraries of their own for them. */
    static Stream<ClassPath> all() {
        return Stream.concat(
                shipped(),
                Stream.of(
                        of("the tests of the traces", read("traces/target/test-classpath")),
                        of("the coach's tests", read("coach/target/test-classpath")),
                        of("the access log's tests", read("labs/access-log/target/test-classpath")),
                        of("these tests", System.getProperty("java.class.path"))));
    }

    static Stream<ClassPath> shipped() {
        return Stream.of("beer-donut-app", "score-service", "coach", "labs/access-log")
                .map(module -> of(module, read(module + "/target/classpath")));
    }

    static Library javaagent() {
        return Library.of(Path.of(read("coach/target/javaagent").strip()));
    }

    // ".../slf4j-api-2.0.19.jar:/home/me/clone/coach/target/coach-1-SNAPSHOT.jar" -> the first; the other is our own
    private static ClassPath of(String program, String paths) {
        List<Library> libraries = Stream.of(paths.strip().split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.getParent().endsWith("target"))
                .map(Library::of)
                .sorted()
                .toList();
        return new ClassPath(program, libraries);
    }

    private static String read(String list) {
        try {
            return Files.readString(REPOSITORY.resolve(list));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + list + "; mvn process-test-classes makes it", e);
        }
    }

    @Override
    public String toString() {
        return program;
    }
}
