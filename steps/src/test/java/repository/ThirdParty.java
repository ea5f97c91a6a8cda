package repository;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of THIRD-PARTY.md, whose tables are made by tests. */
public final class ThirdParty {

    private static final Path FILE = ClassPath.REPOSITORY.resolve("THIRD-PARTY.md");
    private static final String END = "<!-- end -->";

    private final String text;

    private ThirdParty(String text) {
        this.text = text;
    }

    static ThirdParty read() {
        try {
            return new ThirdParty(Files.readString(FILE).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + FILE, e);
        }
    }

    /**
     * Fails unless each jar of a pack's Maven repository is listed.
     *
     * <p>More may be listed: which libraries a plug-in brings along differs from one version of Maven to another.
     */
    public static void expectAllOf(Path mavenRepository) throws IOException {
        Set<String> elsewhere = rows(ClassPath.all().flatMap(program -> program.libraries().stream()));
        elsewhere.addAll(rows(Stream.of(ClassPath.javaagent())));
        Set<String> carried = rows(jars(mavenRepository).stream().map(Library::of));
        carried.removeAll(elsewhere);
        ThirdParty now = read();
        Set<String> missing = new TreeSet<>(carried);
        missing.removeAll(now.text.lines().toList());

        Path fresh = now.with("build", carried).write();

        assertThat(carried).hasSizeGreaterThan(50);
        assertThat(missing)
                .as("not in THIRD-PARTY.md; copy %s over it, and look at what has changed", fresh)
                .isEmpty();
    }

    private static List<Path> jars(Path mavenRepository) throws IOException {
        try (Stream<Path> all = Files.walk(mavenRepository)) {
            return all.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    static Set<String> rows(Stream<Library> libraries) {
        return libraries.distinct().sorted().map(Library::row).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Gives this text with other rows between {@code <!-- made: name -->} with its two header lines and the end. */
    ThirdParty with(String table, Collection<String> rows) {
        String begin = "<!-- made: " + table + " -->\n";
        int start = text.indexOf(begin);
        assertThat(start).as("THIRD-PARTY.md has no line " + begin).isNotNegative();
        int header = text.indexOf("|\n|--", start);
        int firstRow = text.indexOf("\n", header + 2) + 1;
        String made = rows.stream().map(row -> row + "\n").collect(joining());
        return new ThirdParty(text.substring(0, firstRow) + made + text.substring(text.indexOf(END, start)));
    }

    /** Fails, and says what to copy, unless the file is already like this. */
    void expectInFile() throws IOException {
        Path fresh = write();
        assertThat(text)
                .withFailMessage("THIRD-PARTY.md is stale; look at what has changed, and copy %s over it", fresh)
                .isEqualTo(read().text);
    }

    private Path write() throws IOException {
        return Files.writeString(Path.of("target/THIRD-PARTY.md").toAbsolutePath(), text);
    }
}
