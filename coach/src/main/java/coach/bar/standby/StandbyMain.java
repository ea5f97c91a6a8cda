package coach.bar.standby;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads a service's libraries, waits for the name of its main class on standard input, and calls that. The class path
 * begins with a folder that is empty until then, so the service's classes and resources are found as in any JVM.
 *
 * <p>Most of a service's start is the loading of some 8,000 classes, each of which the javaagent looks at.
 */
public final class StandbyMain {

    /** The line that is printed once the libraries are loaded. */
    public static final String READY = "standby: the libraries are loaded";

    private StandbyMain() {}

    /** @param args the file that names the classes to load */
    public static void main(String[] args) throws Throwable {
        loadUntilCalled(Path.of(args[0]));
        System.out.println(READY);
        String mainClass = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        if (mainClass == null) {
            // The coach has ended, or needs no service any more.
            return;
        }
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Ends early when the service is wanted already: it loads the rest itself. */
    private static void loadUntilCalled(Path list) throws IOException {
        List<String> lines = Files.readAllLines(list);
        String inPackage = "";
        for (String line : lines) {
            if (System.in.available() > 0) {
                return;
            }
            if (line.startsWith(" ")) {
                load(inPackage + "." + line.strip());
            } else {
                inPackage = line;
            }
        }
    }

    /** Loads and verifies a class, and does not initialise it: that must find the service as in any JVM. */
    private static void load(String name) {
        try {
            // Asked for its constructors, the JVM verifies a class.
            Class.forName(name, false, ClassLoader.getSystemClassLoader()).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError e) {
            // Another version of the library, or one that this service has not: loaded when the service wants it.
        }
    }
}
