package accesslog.bench;

import accesslog.generator.Dialect;
import accesslog.generator.LogGenerator;
import accesslog.generator.LogGenerator.Wish;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the jar on generated logs, beside what else reads them: the processor's and the clock's time of 200 MB and 2,000 MB, and the
 * slope between them, in which the start of the JVM does not count. Prints; asserts nothing, for it runs on shared machines.
 */
public final class Benchmark {

    private static final long MB = 1_000_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final long SMALL = Long.getLong("bench.small", 200);
    private static final long LARGE = Long.getLong("bench.large", 2_000);
    /** The server's own statistics, as upstream and as Debian names them. */
    private static final List<Path> LOGCONV = List.of(Path.of("/usr/bin/logconv.pl"), Path.of("/usr/bin/logconv"));

    private static final File NOWHERE = new File("/dev/null");

    private final Path folder;
    private final String jar;

    private Benchmark(Path target) {
        this.folder = target.resolve("bench");
        this.jar = target.resolve("access-log.jar").toString();
    }

    /** Seconds of one run: by the clock, and of all processors together. */
    private record Cost(double wall, double cpu) {

        Cost min(Cost other) {
            return new Cost(Math.min(wall, other.wall), Math.min(cpu, other.cpu));
        }
    }

    /** @param args the module's build folder */
    public static void main(String[] args) throws Exception {
        new Benchmark(Path.of(args[0])).run();
    }

    private void run() throws Exception {
        Files.createDirectories(folder);
        Path small = log(SMALL);
        Path large = log(LARGE);
        System.out.printf(
                "%d processors, Java %s, best of %d%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), ROUNDS);
        System.out.printf(
                "%-14s %10s %10s %10s %10s %12s %12s %8s%n",
                "", SMALL + " MB", "cpu", LARGE + " MB", "cpu", "slope", "slope/cpu", "x wc");
        double limit = row("wc -l", small, large, 0, "wc", "-l");
        String java = ProcessHandle.current().info().command().orElse("java");
        row("report", small, large, limit, java, "-Xmx256m", "-jar", jar, "--no-progress");
        row("JSON lines", small, large, limit, java, "-Xmx256m", "-jar", jar, "--no-progress", "--json", "-");
        for (Path perl : LOGCONV) {
            if (Files.isExecutable(perl)) {
                Cost cost = measure(small, perl.toString());
                System.out.printf(Locale.ROOT, "%-14s %8.2f s %8.2f s%n", perl.getFileName(), cost.wall, cost.cpu);
            }
        }
    }

    private Path log(long megabytes) throws IOException {
        Path file = folder.resolve("access-" + megabytes);
        if (!Files.exists(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                LogGenerator.write(new Wish(Dialect.V2_3, 389, megabytes * MB), out, truth -> {});
            }
        }
        return file;
    }

    private double row(String name, Path small, Path large, double limit, String... command) throws Exception {
        Cost little = null;
        Cost much = null;
        for (int i = 0; i < ROUNDS; i++) {
            Cost first = measure(small, command);
            Cost second = measure(large, command);
            little = little == null ? first : little.min(first);
            much = much == null ? second : much.min(second);
        }
        double slope = (LARGE - SMALL) / (much.wall - little.wall);
        double cpuSlope = (LARGE - SMALL) / (much.cpu - little.cpu);
        System.out.printf(
                Locale.ROOT,
                "%-14s %8.2f s %8.2f s %8.2f s %8.2f s %7.0f MB/s %7.0f MB/s %8.2f%n",
                name,
                little.wall,
                little.cpu,
                much.wall,
                much.cpu,
                slope,
                cpuSlope,
                limit == 0 ? 1 : slope / limit);
        return slope;
    }

    /** The shell knows what its children used. */
    private Cost measure(Path log, String... command) throws Exception {
        List<String> timed =
                new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" > /dev/null 2>&1", "bash"));
        timed.addAll(List.of(command));
        timed.add(log.toString());
        Process process = new ProcessBuilder(timed).redirectOutput(NOWHERE).start();
        String[] times =
                new String(process.getErrorStream().readAllBytes()).strip().split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException("ended with " + process.exitValue() + ": " + timed);
        }
        return new Cost(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }
}
