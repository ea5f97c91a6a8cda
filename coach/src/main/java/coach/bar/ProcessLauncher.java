package coach.bar;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the processes of a bar, and sees to it that each is heard, noted and closed. */
record ProcessLauncher(ResourceStack opened, BarFile file, Path logs, OutputListener listener) {

    ManagedProcess start(
            String name, List<String> command, Map<String, String> environment, ProcessTermination ending) {
        ManagedProcess part =
                opened.keep(() -> ManagedProcess.start(name, command, environment, log(name), listener, ending));
        file.note(part.process(), name);
        return part;
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
