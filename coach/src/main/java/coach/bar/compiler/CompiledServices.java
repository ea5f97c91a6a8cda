package coach.bar.compiler;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a bar runs: the classes of both services, and how each traces itself.
 *
 * @param label what it is, for people and in traces: {@code shipped}, {@code state-07}, {@code workspace}
 */
public record CompiledServices(String label, Map<String, Module> modules) {

    public static final String APP = "beer-donut-app";
    public static final String SCORES = "score-service";
    public static final List<String> MODULES = List.of(APP, SCORES);

    /**
     * One of the services.
     *
     * @param classes its compiled classes and its resources
     * @param libraries a file that lists the jars it needs, as Maven has written it
     * @param otel the javaagent's settings for it, where it has any
     */
    public record Module(Path classes, Path libraries, Optional<Path> otel) {}

    /** As Maven has built it from the repository's own tree. */
    public static CompiledServices shipped(Path repository) {
        Map<String, Module> modules = new HashMap<>();
        for (String name : MODULES) {
            Path folder = repository.resolve(name);
            modules.put(name, new Module(folder.resolve("target/classes"), libraries(repository, name), otel(folder)));
        }
        return new CompiledServices("shipped", Map.copyOf(modules));
    }

    static Path libraries(Path repository, String module) {
        return repository.resolve(module).resolve("target").resolve("classpath");
    }

    static Optional<Path> otel(Path folder) {
        return Optional.of(folder.resolve("otel.properties")).filter(Files::exists);
    }

    /** @throws UserError when there is no such module in it, or it is not built */
    public Module module(String name) {
        Module module = modules.get(name);
        if (module == null || !Files.isDirectory(module.classes())) {
            throw notBuilt(name, null);
        }
        return module;
    }

    /** The jars that a module needs, in the form of a class path. */
    public String libraries(String module) {
        return jars(module, module(module).libraries());
    }

    static String jars(String module, Path list) {
        try {
            return Files.readString(list).strip();
        } catch (IOException e) {
            throw notBuilt(module, e);
        }
    }

    /** Whether the javaagent is to run: it is once the app says how. The score service then is traced too. */
    public boolean traced() {
        return modules.containsKey(APP) && modules.get(APP).otel().isPresent();
    }

    /** The same with nobody watching: for what is counted at the backends, and opens sooner so. */
    public CompiledServices untraced() {
        Map<String, Module> blind = new HashMap<>();
        modules.forEach(
                (name, module) -> blind.put(name, new Module(module.classes(), module.libraries(), Optional.empty())));
        return new CompiledServices(label, Map.copyOf(blind));
    }

    private static UserError notBuilt(String module, Exception cause) {
        return new UserError(module + " is not built." + System.lineSeparator() + "Type: mvn process-classes", cause);
    }
}
