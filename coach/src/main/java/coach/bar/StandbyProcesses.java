package coach.bar;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The JVMs that were started ahead: at most one for each service. */
final class StandbyProcesses {

    private final Path folder;
    private final ProcessLauncher launcher;
    private final Map<ServiceProgram, StandbyProcess> waiting = new EnumMap<>(ServiceProgram.class);
    private int started;

    /** @param folder for files that the JVMs need */
    StandbyProcesses(Path folder, ProcessLauncher launcher) {
        this.folder = folder;
        this.launcher = launcher;
    }

    /** Starts a JVM for that launch, unless one waits that can run it, or it would listen for a debugger. */
    synchronized void prepare(ServiceLaunch launch) {
        if (fits(launch) || launch.listensForADebugger()) {
            return;
        }
        discard(launch.program());
        Path classes = folder.resolve(Integer.toString(++started));
        waiting.put(launch.program(), launcher.standby(launch, folder.resolve("common"), classes));
    }

    /** Runs the service in the JVM that waits for it; empty if none does, or it was started with other settings. */
    synchronized Optional<ManagedProcess> take(ServiceLaunch launch) {
        if (!fits(launch)) {
            return Optional.empty();
        }
        StandbyProcess there = waiting.remove(launch.program());
        try {
            return Optional.of(launcher.run(there, launch));
        } catch (UserError e) {
            there.close();
            return Optional.empty();
        }
    }

    /** Returns whether a JVM waits that can run that launch. */
    synchronized boolean fits(ServiceLaunch launch) {
        StandbyProcess there = waiting.get(launch.program());
        return there != null && there.fits(launch);
    }

    private void discard(ServiceProgram program) {
        StandbyProcess there = waiting.remove(program);
        if (there != null) {
            there.close();
        }
    }

    /** Waits until the JVM for that service is ready, or has ended. */
    void await(ServiceProgram program) {
        Optional<StandbyProcess> there;
        synchronized (this) {
            there = Optional.ofNullable(waiting.get(program));
        }
        there.ifPresent(StandbyProcess::await);
    }
}
