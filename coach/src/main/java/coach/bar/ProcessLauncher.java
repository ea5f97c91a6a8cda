package coach.bar;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the processes of a bar: each has a log, stands in the bar's file, and is closed with the bar. */
record ProcessLauncher(ResourceStack opened, BarFile file, Path logs, OutputListener listener) {

    ManagedProcess start(String name, List<String> command, Map<String, String> environment) {
        ManagedProcess process =
                opened.keep(() -> ManagedProcess.start(name, command, environment, log(name), listener));
        file.note(process.handle(), name);
        return process;
    }

    /** Starts a JVM that waits for the service's classes. */
    StandbyProcess standby(ServiceLaunch launch, Path common, Path classes) {
        StandbyProcess standby = opened.keep(() -> StandbyProcess.start(launch, common, classes));
        file.note(standby.handle(), launch.program().module() + " (started ahead)");
        return standby;
    }

    ManagedProcess run(StandbyProcess standby, ServiceLaunch launch) {
        return opened.keep(() -> standby.run(launch, log(launch.program().module()), listener));
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
