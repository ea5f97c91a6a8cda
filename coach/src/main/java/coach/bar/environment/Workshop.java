package coach.bar.environment;

import java.nio.file.Path;
import java.util.Locale;

/** The repository that the workshop lives in, and how its commands are typed on this system. */
public final class Workshop {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Workshop() {}

    /** The repository: where the launcher stands, else where we are. */
    public static Path repository() {
        return Path.of(System.getProperty("workshop.home", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** A folder for each bar that is open. */
    public static Path bars() {
        return state().resolve("bars");
    }

    public static Path logs() {
        return state().resolve("logs");
    }

    /** Which hints have been given. */
    public static Path hints() {
        return state().resolve("hints");
    }

    /** What the tool notes for itself. */
    public static Path state() {
        return Path.of(System.getProperty(
                "workshop.state", repository().resolve(".workshop").toString()));
    }

    // "down" -> ./workshop down, or .\workshop down where that is how it is typed
    public static String command(String words) {
        String inContainers = System.getProperty("workshop.command");
        if (inContainers != null) {
            return ComposeCommands.command(words).orElse(inContainers + words);
        }
        return (WINDOWS ? ".\\workshop " : "./workshop ") + words;
    }

    /** A file or folder as its owner knows it: within a container their folder has another name. */
    public static String shown(Path path) {
        String mounted = System.getProperty("workshop.mounted");
        return mounted == null
                ? path.toString()
                : Path.of(mounted).relativize(path).toString();
    }

    /**
     * PowerShell has a curl of its own that is another program, and Windows is slow to refuse at ::1, where «localhost» is tried
     * first; the quotes keep every shell's hands off the question mark.
     */
    public static String curl(String url) {
        return WINDOWS ? "curl.exe \"" + url.replace("localhost", "127.0.0.1") + '"' : "curl \"" + url + '"';
    }
}
