package coach.bar;

import coach.workshop.BarFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the processes of a bar, and sees to it that each is heard, noted and closed. */
record Parts(Opened opened, BarFile file, Path logs, Listener listener) {

    Part start(String name, List<String> command, Map<String, String> environment, Ending ending) {
        Part part = opened.keep(() -> Part.start(name, command, environment, log(name), listener, ending));
        file.note(part.process(), name);
        return part;
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
