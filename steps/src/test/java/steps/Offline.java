package steps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs commands as on a machine that has a JDK alone: an empty home, nothing else on the PATH, and no network.
 *
 * <p>Linux can take the network away; elsewhere a proxy that refuses everything has to do.
 */
final class Offline {

    static final boolean WINDOWS = File.separatorChar == '\\';

    private static final List<String> NO_NETWORK =
            List.of("unshare", "-rn", "/bin/sh", "-c", "ip link set lo up && exec \"$@\"", "sh");
    /** Port 9 is the discard service, which no machine runs any more. */
    private static final String REFUSED =
            " -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9";

    private final boolean namespace;
    private final Path home;
    private final String path;

    /** @param folder for the home, and for what is on the PATH */
    Offline(Path folder) throws IOException {
        this.namespace = canLeaveTheNetwork();
        this.home = Files.createDirectories(folder.resolve("home"));
        this.path = WINDOWS ? java().getParent() + ";" + System.getenv("SystemRoot") + "\\System32" : links(folder);
    }

    /** The output and the exit code of a command. */
    record Run(int exitCode, String output) {}

    /** Says whether the operating system blocks the network. */
    boolean bySystem() {
        return namespace;
    }

    Path home() {
        return home;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", WINDOWS ? "java.exe" : "java");
    }

    Run run(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, path, command);
    }

    /** Adds the folders of the system's other programs. */
    Run runWithAll(Path folder, String... command) throws IOException, InterruptedException {
        return run(folder, System.getenv("PATH"), command);
    }

    private Run run(Path folder, String searched, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(namespace ? inNamespace(searched, command) : List.of(command))
                .directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        if (!namespace) {
            environment.put("PATH", searched);
        }
        environment.put("HOME", home.toString());
        environment.put("USERPROFILE", home.toString());
        environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home + (namespace ? "" : REFUSED));
        List.of("JAVA_HOME", "MAVEN_OPTS", "MAVEN_ARGS", "REDIS_URL").forEach(environment::remove);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** The PATH is set last: what takes the network away is found with the one before. */
    private static List<String> inNamespace(String searched, String... command) {
        List<String> all = new ArrayList<>(NO_NETWORK);
        all.addAll(List.of("/usr/bin/env", "PATH=" + searched));
        all.addAll(List.of(command));
        return all;
    }

    private static boolean canLeaveTheNetwork() {
        List<String> command = new ArrayList<>(NO_NETWORK);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JDK's java, and what tells the carried Redis which system this is. */
    private static String links(Path folder) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), java());
        Files.createSymbolicLink(bin.resolve("uname"), Path.of("/usr/bin/uname"));
        return bin.toString();
    }
}
