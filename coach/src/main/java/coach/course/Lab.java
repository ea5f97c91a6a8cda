package coach.course;

import coach.bar.compiler.FileContent;
import coach.bar.compiler.ModuleSources;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The part of a step that makes it a lab: what its file {@code lab.properties} says, and the files with holes.
 *
 * @param base the number of the state that the lab begins with
 * @param modules the names of its folders in {@code labs}, which hold finished tools
 * @param skeleton the folder whose files are laid over the tools when the lab begins
 */
public record Lab(int base, List<String> modules, Path skeleton) {

    static final String FILE = "lab.properties";
    private static final String MODULES = "labs/";

    static Optional<Lab> of(Path step) {
        Path file = step.resolve(FILE);
        return Files.isRegularFile(file)
                ? Optional.of(
                        read(new String(FileContent.of(file), StandardCharsets.UTF_8), file, step.resolve("skeleton")))
                : Optional.empty();
    }

    /**
     * Reads the text of a file {@code lab.properties}.
     *
     * @param file its name, for an error
     */
    public static Lab read(String text, Path file, Path skeleton) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("a string can be read", e);
        }
        String base = properties.getProperty("base", "").strip();
        String modules = properties.getProperty("modules", "").strip();
        if (!base.matches("\\d{1,2}") || modules.isEmpty()) {
            throw new UserError("%s should have the lines «base=11», the state it begins with, and «modules=NAME NAME»."
                    .formatted(file));
        }
        return new Lab(Integer.parseInt(base), List.of(modules.split("[,\\s]+")), skeleton);
    }

    /** Gives the paths of its modules' folders. */
    public List<String> folders() {
        return modules.stream().map(MODULES::concat).toList();
    }

    /** Gives the files of its finished tools. */
    SortedMap<String, Path> tools(Path repository) {
        SortedMap<String, Path> files = new TreeMap<>();
        folders().forEach(folder -> files.putAll(ModuleSources.module(repository, folder)));
        return files;
    }

    /** Gives the files with holes, by the paths of those that they are laid over. */
    SortedMap<String, Path> holes() {
        return ModuleSources.allIn(skeleton, "");
    }

    /** Says what does not fit together. */
    Stream<String> faults(Step step, Path repository) {
        SortedMap<String, Path> tools = tools(repository);
        Stream<String> missing = folders().stream()
                .filter(folder -> tools.keySet().stream().noneMatch(path -> path.startsWith(folder + "/")))
                .map(folder ->
                        "steps/%s/%s names a module that is not there: %s.".formatted(step.name(), FILE, folder));
        Stream<String> holes = holes().entrySet().stream()
                .filter(hole -> !tools.containsKey(hole.getKey())
                        || FileContent.sha256(hole.getValue()).equals(FileContent.sha256(tools.get(hole.getKey()))))
                .map(hole -> "steps/%s/skeleton/%s has no hole: it %s."
                        .formatted(
                                step.name(),
                                hole.getKey(),
                                tools.containsKey(hole.getKey())
                                        ? "equals the finished file"
                                        : "is no file of the lab's modules"));
        return Stream.concat(missing, holes);
    }
}
