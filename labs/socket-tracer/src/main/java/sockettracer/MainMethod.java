package sockettracer;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The program's main method, as the JVM was told to start it. */
final class MainMethod {

    /** {@code sections=main} means this method. */
    private static final String ALIAS = "main";

    private MainMethod() {}

    static Set<String> resolve(Set<String> sections) {
        Set<String> resolved = new LinkedHashSet<>();
        sections.forEach(section -> resolved.add(section.equals(ALIAS) ? mainClass() + ".main" : section));
        return resolved;
    }

    static String simpleName() {
        String name = mainClass();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    // "com.example.Shop --port 80", "shop/com.example.Shop" of a module, or "target/shop.jar --port 80"
    private static String mainClass() {
        String command = System.getProperty("sun.java.command", "");
        int jar = command.indexOf(".jar");
        if (jar >= 0 && (command + " ").startsWith(".jar ", jar)) {
            return mainClassOf(command.substring(0, jar + ".jar".length()));
        }
        String first = command.split(" ", 2)[0];
        return first.substring(first.indexOf('/') + 1);
    }

    private static String mainClassOf(String path) {
        try (JarFile jar = new JarFile(path)) {
            return String.valueOf(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
                    .strip();
        } catch (IOException | RuntimeException e) {
            return path;
        }
    }
}
