package coach.cli;

import coach.cli.offline.MavenRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Checks the versions of the JDK and of Maven. */
final class ToolsCheck {

    private static final int WANTED_JAVA = 17;
    private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\S*");
    private static final int[] WANTED_MAVEN = {3, 8};

    private ToolsCheck() {}

    static Diagnosis jdk() {
        int version = Runtime.version().feature();
        String seen = "Java %s, %s, at %s"
                .formatted(Runtime.version(), System.getProperty("java.vendor"), System.getProperty("java.home"));
        if (version < WANTED_JAVA || ToolProvider.getSystemJavaCompiler() == null) {
            return Diagnosis.trouble(
                    "JDK",
                    seen + (version < WANTED_JAVA ? "" : ", without a compiler"),
                    "Install a JDK, version %s or newer, or let JAVA_HOME point to it.".formatted(WANTED_JAVA));
        }
        return Diagnosis.ok("JDK", seen);
    }

    /** Maven is optional: where doctor runs, all is built, and the course needs no more. */
    static Diagnosis maven(Path repository) {
        return MavenRunner.version(repository)
                .map(ToolsCheck::diagnosis)
                .orElseGet(() -> Diagnosis.note(
                        "Maven",
                        "none answers, and none is needed: all is built",
                        "For 'mvn verify', or changes outside the workspace, install 3.8 or newer."));
    }

    static Diagnosis diagnosis(String version) {
        String first = version.lines().findFirst().orElse("");
        Optional<Matcher> number = Optional.of(VERSION.matcher(version)).filter(Matcher::find);
        if (number.isEmpty()) {
            return Diagnosis.note("Maven", "it does not say its version: " + first, "3.8 or newer is wanted.");
        }
        int major = Integer.parseInt(number.get().group(1));
        int minor = Integer.parseInt(number.get().group(2));
        boolean old = major < WANTED_MAVEN[0] || major == WANTED_MAVEN[0] && minor < WANTED_MAVEN[1];
        return old
                ? Diagnosis.note(
                        "Maven", number.get().group(), "Install 3.8 or newer; until then only what is built runs.")
                : Diagnosis.ok("Maven", number.get().group());
    }
}
