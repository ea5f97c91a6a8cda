package coach.cli;

import coach.bar.environment.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether two processes run the same build of the workshop on the same workspace. */
final class BuildStamp {

    private BuildStamp() {}

    static String now() {
        Path built = Workshop.repository().resolve(".workshop").resolve("built");
        String workspace = System.getProperty("workshop.workspace", "");
        try {
            String time = Files.exists(built) ? Files.getLastModifiedTime(built).toString() : "";
            return Integer.toHexString((time + workspace).hashCode()) + " "
                    + Runtime.version().feature();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
