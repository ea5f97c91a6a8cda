package coach.bar.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jar of a lab's module.
 *
 * @param agentOptions the options with which it is attached to the app, if it is an agent
 */
public record LabJar(Path jar, Optional<String> agentOptions) {

    /** Stands in the agent's options for the port at which the coach receives spans. */
    private static final String OTLP_PORT = "{otlp-port}";

    private static final Attributes.Name BOOT_CLASS_PATH = new Attributes.Name("Boot-Class-Path");

    Optional<String> javaagent(int otlpPort) {
        return agentOptions.map(
                options -> "-javaagent:" + jar + "=" + options.replace(OTLP_PORT, Integer.toString(otlpPort)));
    }

    /** Writes the jar, with the manifest that is among the classes, if there is one. */
    static void write(Path classes, List<Path> libraries, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        try (JarOutputStream out = new JarOutputStream(
                Files.newOutputStream(jar), manifest(classes.resolve(JarFile.MANIFEST_NAME), libraries))) {
            for (Path file : files) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    private static Manifest manifest(Path file, List<Path> libraries) throws IOException {
        Manifest manifest = new Manifest();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                manifest.read(in);
            }
        }
        Attributes attributes = manifest.getMainAttributes();
        attributes.putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        // The JDK's own classes have to find an agent's libraries, so those are named beside it. In its own jar
        // they would be five megabytes each time a file is saved.
        attributes.computeIfPresent(BOOT_CLASS_PATH, (name, path) -> path + paths(libraries));
        if (attributes.containsKey(Attributes.Name.MAIN_CLASS)) {
            attributes.put(Attributes.Name.CLASS_PATH, paths(libraries).strip());
        }
        return manifest;
    }

    // [/home/me/a b.jar] -> " /home/me/a%20b.jar"
    private static String paths(List<Path> libraries) {
        return libraries.stream()
                .map(library -> " " + library.toUri().getRawPath())
                .collect(Collectors.joining());
    }
}
