package coach.cli;

import coach.bar.environment.ByteSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import oshi.SystemInfo;

/** Decides whether the machine can have JVMs that only wait. */
final class SpareMemory {

    /** Less, and a machine with an IDE and a browser may swap. */
    private static final long FREE_MEMORY_WANTED = 4_000_000_000L;

    private static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Consumer<String> console;
    private boolean refused;

    /** @param console receives the reason, once, where it cannot */
    SpareMemory(Consumer<String> console) {
        this.console = console;
    }

    synchronized boolean isEnough() {
        long free = new SystemInfo().getHardware().getMemory().getAvailable();
        Optional<String> reason = reasonAgainst(System.getenv(), free);
        if (reason.isPresent() && !refused) {
            console.accept("No JVM is started ahead, so that a save and a check take longer: " + reason.get());
        }
        refused = reason.isPresent();
        return reason.isEmpty();
    }

    /** @param free in bytes */
    static Optional<String> reasonAgainst(Map<String, String> env, long free) {
        if (JVM_OPTIONS.stream().anyMatch(name -> env.getOrDefault(name, "").contains("jdwp"))) {
            return Optional.of("each would listen for a debugger, at the same port.");
        }
        return free < FREE_MEMORY_WANTED
                ? Optional.of("%s of memory are free, and %s are wanted."
                        .formatted(ByteSize.of(free), ByteSize.of(FREE_MEMORY_WANTED)))
                : Optional.empty();
    }
}
