package coach.cli;

import coach.bar.environment.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

/** Looks at memory, disk, clock and the variables of a proxy. */
final class SystemCheck {

    /** Enough for the coach and two services; a check opens two bars, beside a browser and an IDE. */
    private static final long MEMORY_NEEDED = 1_300_000_000L;

    private static final long MEMORY_WANTED = 3_000_000_000L;
    private static final long DISK_NEEDED = 300_000_000L;
    private static final long DISK_WANTED = 2_000_000_000L;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final List<String> PROXY_VARIABLES = List.of("http_proxy", "https_proxy", "all_proxy");

    private SystemCheck() {}

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

    /** Writes a file where logs, open bars and compiled code go, and deletes it. */
    static Diagnosis writable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "doctor", ".tmp"));
            return Diagnosis.ok("folder", folder + " can be written into");
        } catch (IOException e) {
            return Diagnosis.trouble(
                    "folder",
                    "nothing can be written into %s: %s".formatted(folder, e.getMessage()),
                    "Give it back to yourself, or clone the workshop into a folder of yours.");
        }
    }

    /** Compares the clock with the newest build: a clock that is behind shows, one that is ahead does not. */
    static Diagnosis clock(Path repository, Instant now) {
        Instant newest = Stream.of("pom.xml", ".workshop/built")
                .map(repository::resolve)
                .map(SystemCheck::time)
                .max(Instant::compareTo)
                .orElse(now);
        String seen = text(now);
        return newest.isAfter(now.plus(CLOCK_TOLERANCE))
                ? Diagnosis.note(
                        "clock",
                        "it says %s, and files here are from %s".formatted(seen, text(newest)),
                        "Set it: else downloads fail over certificates, and traces have odd times.")
                : Diagnosis.ok("clock", seen);
    }

    private static Instant time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            return Instant.MIN;
        }
    }

    private static String text(Instant time) {
        return time.toString().replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC");
    }

    /** A proxy is for «prepare», which fetches with Maven; curl would ask it for localhost too. */
    static Diagnosis proxy(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        environment.forEach((name, value) -> variables.put(name, value.strip()));
        List<String> set = PROXY_VARIABLES.stream()
                .filter(name -> !variables.getOrDefault(name, "").isEmpty())
                .toList();
        if (set.isEmpty()) {
            return Diagnosis.ok("proxy", "none in the environment");
        }
        List<String> exceptions = List.of(variables.getOrDefault("no_proxy", "").split("\\s*,\\s*"));
        boolean leftOut = exceptions.contains("*") || exceptions.containsAll(List.of("localhost", "127.0.0.1"));
        String seen = String.join(", ", set) + (set.size() == 1 ? " is set" : " are set");
        return leftOut
                ? Diagnosis.ok("proxy", seen + ", and this machine is left out of it; Maven reads settings.xml instead")
                : Diagnosis.note(
                        "proxy",
                        seen
                                + ", and NO_PROXY does not name localhost and 127.0.0.1: curl would ask the proxy for"
                                + " the bar",
                        "Set NO_PROXY=localhost,127.0.0.1");
    }
}
