package sockettracer;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** A JDK on this machine. */
record Jdk(int version, Path home) {

    static final Jdk CURRENT = new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));

    Path java() {
        return home.resolve("bin").resolve(Files.exists(home.resolve("bin/java.exe")) ? "java.exe" : "java");
    }

    /** The one that runs the tests, and a newer one with virtual threads where there is one. */
    static List<Jdk> all() {
        List<Jdk> jdks = new ArrayList<>(List.of(CURRENT));
        withVirtualThreads().filter(jdk -> jdk.version > CURRENT.version).ifPresent(jdks::add);
        return jdks;
    }

    /** The newest of them; all of them with {@code -Dthorough=true}. */
    static List<Jdk> newest() {
        return Boolean.getBoolean("thorough") ? all() : all().subList(all().size() - 1, all().size());
    }

    /** JDK 25: where {@code JAVA_25_HOME} says, or where Linux's packages and SDKMAN put it. */
    static Optional<Jdk> withVirtualThreads() {
        if (CURRENT.version >= 25) {
            return Optional.of(CURRENT);
        }
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_25_HOME")).map(Path::of).ifPresent(homes::add);
        homes.addAll(inside(Path.of("/usr/lib/jvm")));
        homes.addAll(inside(Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java")));
        return homes.stream()
                .map(Jdk::at)
                .flatMap(Optional::stream)
                .filter(jdk -> jdk.version == 25)
                .findFirst();
    }

    private static Optional<Jdk> at(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
            String version =
                    release.getProperty("JAVA_VERSION", "0").replace("\"", "").split("[.+-]")[0];
            return Optional.of(new Jdk(Integer.parseInt(version), home));
        } catch (Exception e) {
            return Optional.empty(); // Not a JDK.
        }
    }

    private static List<Path> inside(Path folder) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(paths::add);
        } catch (Exception e) {
            return List.of(); // There is none.
        }
        return paths;
    }

    @Override
    public String toString() {
        return "JDK " + version;
    }
}
