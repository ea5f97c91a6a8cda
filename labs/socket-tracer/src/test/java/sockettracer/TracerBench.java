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
        int cores = Runtime.getRuntime().availableProcessors();
        System.out.println("On " + cores + " core(s)" + (cores > 1 ? ", which says nothing: pin it to one" : "")
                + "; throughput as ratios, medians of " + JVMS + " JVMs, lowest and highest of them in brackets.");
        try (Backends backends = new Backends()) {
            for (Jdk jdk : Jdk.all()) {
                cell("Jedis", jdk, "jedis", backends.redisPort());
                cell("H2", jdk, "h2", backends.h2Port());
            }
        }
    }

    private static void cell(String name, Jdk jdk, String kind, int port) throws Exception {
        List<Double> inside = new ArrayList<>();
        List<Double> insideControl = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        List<Double> idleControl = new ArrayList<>();
        for (int i = 0; i < JVMS; i++) {
            double[][] without = run(new TracedProgram(jdk).withoutAgent(), kind, port);
            double[][] with = run(recording(jdk), kind, port);
            double[][] control = run(new TracedProgram(jdk).withoutAgent(), kind, port);
            inside.add(median(Arrays.stream(with).mapToDouble(round -> 2 * round[1] / (round[0] + round[2]))));
            insideControl.add(
                    median(Arrays.stream(control).mapToDouble(round -> 2 * round[1] / (round[0] + round[2]))));
            // Compared with the one before and the one after it, which are compared with each other as well.
            double around = (outside(without) + outside(control)) / 2;
            idle.add(outside(with) / around);
            idleControl.add(outside(control) / outside(without));
        }
        System.out.printf(
                Locale.ROOT,
                "%-5s %s: in a section to outside %s, control without agent %s%n",
                name,
                jdk,
                text(inside),
                text(insideControl));
        System.out.printf(
                Locale.ROOT,
                "%-5s %s: agent and no section to no agent %s, control no agent to no agent %s%n",
                name,
                jdk,
                text(idle),
                text(idleControl));
    }

    /** Nothing is written: that would take the core from the slice that comes next. */
    private static TracedProgram recording(Jdk jdk) {
        return new TracedProgram(jdk).withoutAgent().jvmOptions(TracedProgram.agent("report=off"));
    }

    private static double outside(double[][] rounds) {
        return median(Arrays.stream(rounds).mapToDouble(round -> (round[0] + round[2]) / 2));
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
            List<Double> more = new ArrayList<>();
            for (int i = 0; i < JVMS; i++) {
                more.add(with.get(i) - without.get(i));
            }
            System.out.printf(
                    Locale.ROOT,
                    "Start-up, %s: %s ms with the agent, %s ms without, %s ms more%n",
                    jdk,
                    text(with),
                    text(without),
                    text(more));
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
