package coach.bar.compiler;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compiled classes of both services, with the settings for tracing them, and the jars of labs.
 *
 * @param label the name of the code, for people and in traces: {@code shipped}, {@code state-07}, {@code workspace}
 * @param labs those of the code's labs
 */
public record CompiledServices(String label, Map<String, Module> modules, List<LabJar> labs) {

    public static final String APP = "beer-donut-app";
    public static final String SCORES = "score-service";
    public static final List<String> MODULES = List.of(APP, SCORES);

    /**
     * One of the services.
     *
     * @param classes the folder of compiled classes and resources
     * @param libraries the file in which Maven has listed the jars that the service needs
     * @param otel the javaagent's settings for the service, if there are any
     */
    public record Module(Path classes, Path libraries, Optional<Path> otel) {}

    /** Makes the classes of code that has no lab. */
    public CompiledServices(String label, Map<String, Module> modules) {
        this(label, modules, List.of());
    }

    /** Returns the services that Maven has built from the repository. */
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

    /** @throws UserError when there is no such module, or it is not built */
    public Module module(String name) {
        Module module = modules.get(name);
        if (module == null || !Files.isDirectory(module.classes())) {
            throw notBuilt(name, null);
        }
        return module;
    }

    /** Returns the jars that a module needs, as a class path. */
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

    /**
     * Returns whether the javaagent runs, which is when the app has settings for it. The score service is traced then
     * too.
     */
    public boolean traced() {
        return modules.containsKey(APP) && modules.get(APP).otel().isPresent();
    }

    /** Returns the same classes without tracing, for tests that count at the backends: they start sooner. */
    public CompiledServices untraced() {
        Map<String, Module> untraced = new HashMap<>();
        modules.forEach((name, module) ->
                untraced.put(name, new Module(module.classes(), module.libraries(), Optional.empty())));
        return new CompiledServices(label, Map.copyOf(untraced), labs);
    }

    /** Returns whether a lab of this code has an agent, for the app. */
    public boolean hasLabAgents() {
        return labs.stream().anyMatch(lab -> lab.agentOptions().isPresent());
    }

    /**
     * Returns the JVM options that attach the labs' agents to the app; none where no lab of this code has one.
     *
     * @param otlpPort the port at which the coach receives spans
     */
    public List<String> labAgents(int otlpPort) {
        List<String> options = new ArrayList<>();
        labs.forEach(lab -> lab.javaagent(otlpPort).ifPresent(options::add));
        return options;
    }

    private static UserError notBuilt(String module, Exception cause) {
        return new UserError(module + " is not built." + System.lineSeparator() + "Type: mvn process-classes", cause);
    }
}
