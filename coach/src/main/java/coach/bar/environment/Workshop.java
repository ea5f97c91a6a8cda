package coach.bar.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The folders of the workshop, and the way its commands are typed on this system. */
public final class Workshop {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Workshop() {}

    /** Returns the repository: the launcher's folder, else the current one. */
    public static Path repository() {
        return Path.of(System.getProperty("workshop.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** Returns the folder that has a folder for each open bar. */
    public static Path bars() {
        return state().resolve("bars");
    }

    public static Path logs() {
        return state().resolve("logs");
    }

    /** Returns the file that lists the hints that were given. */
    public static Path hints() {
        return state().resolve("hints");
    }

    /** Returns the folder of the tool's own files. */
    public static Path state() {
        return Path.of(System.getProperty(
                "workshop.state", repository().resolve(".workshop").toString()));
    }

    /** The logs, the passwords of a bar that is open: nobody else's business on a machine with several users. */
    public static void keepStatePrivate() {
        try {
            if (Files.isDirectory(state())) {
                Folders.keepPrivate(state());
            }
        } catch (IOException e) {
            // It is another user's: what has to be written there says so.
        }
    }

    // "down" -> ./workshop down, or .\workshop down where that is how it is typed
    public static String command(String args) {
        String inContainers = System.getProperty("workshop.command");
        if (inContainers != null) {
            return ComposeCommands.command(args).orElse(inContainers + args);
        }
        return (WINDOWS ? ".\\workshop " : "./workshop ") + args;
    }

    /**
     * Refuses to open or close a bar from within a container, which has an address of its own that no browser reaches.
     *
     * @param args the command that was typed
     */
    public static void requireNoContainer(String args) {
        if (System.getProperty("workshop.command") != null) {
            throw new UserError(
                    "This is a container of its own: a bar in here could not be reached, and the one outside is not closed from here.%nNext, on your own machine: %s"
                            .formatted(command(args)));
        }
    }

    /** Returns a path as the user knows it: a container mounts the user's folder under another name. */
    public static String userPath(Path path) {
        String mounted = System.getProperty("workshop.mounted");
        return mounted == null
                ? path.toString()
                : Path.of(mounted).relativize(path).toString();
    }

    /**
     * Returns the curl command for a URL. PowerShell's own curl is another program, and Windows is slow to refuse at
     * ::1, the first address of «localhost». The quotes protect the question mark from the shell.
     */
    public static String curl(String url) {
        return WINDOWS ? "curl.exe \"" + url.replace("localhost", "127.0.0.1") + '"' : "curl \"" + url + '"';
    }
}
