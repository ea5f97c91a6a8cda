package sockettracer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import sockettracer.program.Throughput;

/**
 * Prints what recording costs: {@code taskset -c 0 mvn verify -Pbench}. All on one core, or else throughput depends on which
 * cores the two sides land on.
 */
class TracerBench {

    private static final int JVMS = 5;

    @Test
    void throughput() throws Exception {
        System.out.println("On " + Runtime.getRuntime().availableProcessors() + " core(s); medians of " + JVMS
                + " JVMs, lowest and highest of them in brackets.");
        try (Backends backends = new Backends()) {
            for (Jdk jdk : Jdk.all()) {
                cell("Jedis", jdk, "jedis", backends.redisPort());
                cell("H2", jdk, "h2", backends.h2Port());
            }
        }
    }

    private static void cell(String name, Jdk jdk, String kind, int port) throws Exception {
        List<Double> inside = new ArrayList<>();
        List<Double> control = new ArrayList<>();
        List<Double> installed = new ArrayList<>();
        for (int i = 0; i < JVMS; i++) {
            double[][] with = run(new TracedProgram(jdk).options("report=off"), kind, port);
            double[][] without = run(new TracedProgram(jdk).withoutAgent(), kind, port);
            inside.add(median(Arrays.stream(with).mapToDouble(round -> 2 * round[1] / (round[0] + round[2]))));
            control.add(median(Arrays.stream(without).mapToDouble(round -> 2 * round[1] / (round[0] + round[2]))));
            installed.add(median(Arrays.stream(with).mapToDouble(round -> round[0]))
                    / median(Arrays.stream(without).mapToDouble(round -> round[0])));
        }
        System.out.printf(
                Locale.ROOT,
                "%-5s %s: in a section %s; without agent, as control, %s; agent and no section, to no agent %s%n",
                name,
                jdk,
                text(inside),
                text(control),
                text(installed));
    }

    private static double[][] run(TracedProgram program, String kind, int port) throws Exception {
        // Without the agent, the tracer's classes are among the program's, and note nothing.
        return program.run(Throughput.class, kind, port)
                .output()
                .lines()
                .filter(line -> line.matches("\\d+ \\d+ \\d+"))
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void startUp() throws Exception {
        for (Jdk jdk : Jdk.all()) {
            List<Double> with = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            for (int i = 0; i < JVMS; i++) {
                with.add(millis(new TracedProgram(jdk).options("sections=main,report=off")));
                without.add(millis(new TracedProgram(jdk).withoutAgent()));
            }
            System.out.printf(
                    Locale.ROOT, "Start-up, %s: %s ms with the agent, %s ms without%n", jdk, text(with), text(without));
        }
    }

    private static double millis(TracedProgram program) throws Exception {
        long start = System.nanoTime();
        program.run(List.of("-cp", Path.of("target", "test-classes").toString(), BadInputIT.class.getName()));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(java.util.stream.DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String text(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", sorted[JVMS / 2], sorted[0], sorted[JVMS - 1]);
    }
}
