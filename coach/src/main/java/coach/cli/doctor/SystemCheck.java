package coach.cli.doctor;

import coach.bar.environment.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

/** Memory and disk. */
final class MemoryAndDiskCheck {

    /** The coach and two services take up to 1.3 GB; a check opens two bars, and its owner has a browser and an IDE. */
    private static final long MEMORY_NEEDED = 1_300_000_000L;

    private static final long MEMORY_WANTED = 3_000_000_000L;
    private static final long DISK_NEEDED = 300_000_000L;
    private static final long DISK_WANTED = 2_000_000_000L;

    private MemoryAndDiskCheck() {}

    static Diagnosis memory() {
        GlobalMemory memory = new SystemInfo().getHardware().getMemory();
        return memory(memory.getTotal(), memory.getAvailable());
    }

    static Diagnosis memory(long total, long available) {
        String seen = "%s, of which %s are free".formatted(ByteSize.of(total), ByteSize.of(available));
        if (total < MEMORY_NEEDED) {
            return Diagnosis.trouble("memory", seen, "The bar needs " + ByteSize.of(MEMORY_NEEDED) + ".");
        }
        return available < MEMORY_WANTED
                ? Diagnosis.note(
                        "memory", seen, "Close what you do not need: a machine that swaps measures nothing well.")
                : Diagnosis.ok("memory", seen);
    }

    static Diagnosis disk(Path folder) {
        try {
            return disk(folder, Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return Diagnosis.note("disk", "how full it is cannot be seen: " + e.getMessage(), "");
        }
    }

    static Diagnosis disk(Path folder, long free) {
        String seen = "%s free at %s".formatted(ByteSize.of(free), folder);
        if (free < DISK_NEEDED) {
            return Diagnosis.trouble("disk", seen, "Make room: " + ByteSize.of(DISK_NEEDED) + " at least.");
        }
        return free < DISK_WANTED
                ? Diagnosis.note("disk", seen, "That does for the course; a pack and container images want 2 GB more.")
                : Diagnosis.ok("disk", seen);
    }
}
