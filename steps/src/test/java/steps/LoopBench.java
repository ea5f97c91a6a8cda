package steps;

import coach.course.Course;
import coach.course.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/**
 * Prints how long a learner waits: {@code mvn verify -Pbench -Dit.test=LoopBench}. It judges nothing, and wants a machine
 * that does nothing else. With {@code -Dloop=07,08} it checks these steps alone.
 */
class LoopBench {

    private static final String ROW = "%-62s %9s %9s   %s";
    private static final String MENU = "beer-donut-app/src/main/java/beerdonut/menu/Menu.java";
    private static final String CLASS = "public final class Menu";

    /** How long nobody does anything before a save or a check: the time in which JVMs are started ahead. */
    private static final Duration QUIET = Duration.ofSeconds(20);

    private static final int SAVES = 50;
    private static final int RESTARTS = 7;

    private final Course course = Course.in(Proof.REPOSITORY);
    private final List<String> table = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void printsTheLoop() throws Exception {
        row("", "before", "now", "");
        saves("no agent", 1, "~4 s");
        saves("everything traced", 7, "~8 s");
        checksBesideABar();
        row("no bar open: check 07 of a right one", "29 s", alone("07"), "goal 20 s");
        row("no bar open: check 07 of a wrong one, first failing sentence", "18 s", alone("06"), "goal 12 s");
        System.out.println(String.join(System.lineSeparator(), table));
    }

    private void row(String what, String before, String now, String note) {
        String line = ROW.formatted(what, before, now, note);
        table.add(line);
        System.out.println(line);
    }

    private void saves(String name, int step, String before) throws Exception {
        try (Terminal terminal = terminal(step)) {
            terminal.up();
            List<Double> restarts = new ArrayList<>();
            for (int i = 0; i < RESTARTS; i++) {
                rest();
                restarts.add(save(terminal, CLASS, "/* %d */ ".formatted(i) + CLASS, "Restarted beer-donut-app"));
            }
            row(
                    "save -> Restarted, warm, " + name,
                    before,
                    median(restarts),
                    "worst %s, after %d s of quiet; %s"
                            .formatted(worst(restarts), QUIET.toSeconds(), memory(terminal)));
            row(
                    "the same, a save at once after that",
                    before,
                    seconds(save(terminal, CLASS, "/* x */ " + CLASS, "Restarted beer-donut-app")),
                    "");
            List<Double> seen = new ArrayList<>();
            for (int i = 0; i < SAVES; i++) {
                // Code that does not compile restarts nothing.
                seen.add(save(terminal, CLASS, "clas" + i + " " + CLASS, "Saved: "));
                terminal.await("What ran before still runs", terminal.linesOfUp() - 1);
            }
            row("save -> Saved, of %d saves, %s".formatted(SAVES, name), "", median(seen), "worst " + worst(seen));
        }
    }

    private static double save(Terminal terminal, String before, String after, String words) throws IOException {
        int said = terminal.linesOfUp();
        long start = System.nanoTime();
        terminal.save(MENU, before, after);
        return (terminal.await(words, said).nanos() - start) / 1e9;
    }

    private void checksBesideABar() throws Exception {
        String chosen = System.getProperty("loop", "");
        for (Step step : course.steps()) {
            if (step.number() > 1 && (chosen.isEmpty() || chosen.contains(step.twoDigits()))) {
                checksBesideABar(step);
            }
        }
    }

    private void checksBesideABar(Step step) throws Exception {
        try (Terminal terminal = terminal(step.number())) {
            terminal.up();
            rest();
            rest();
            Terminal.Result wrong = terminal.run("check", step.twoDigits(), "--timings");
            row(
                    "bar open: check %s of a wrong one, first failing sentence".formatted(step.twoDigits()),
                    "15 s+",
                    seconds(wrong.firstFailure().toMillis() / 1e3),
                    "goal 4 s; exit code " + wrong.exitCode());
            int said = terminal.linesOfUp();
            layTheSolution(step, terminal.workspace());
            terminal.await("Restarted", said);
            rest();
            Terminal.Result right = terminal.run("check", step.twoDigits(), "--timings");
            row(
                    "bar open: check %s of a right one".formatted(step.twoDigits()),
                    "20-50 s",
                    seconds(right.took().toMillis() / 1e3),
                    "goal %d s; exit code %d; %s"
                            .formatted(
                                    List.of(7, 8, 11).contains(step.number()) ? 8 : 12,
                                    right.exitCode(),
                                    memory(terminal)));
            System.out.println(right.text());
        }
    }

    /** By hand, as a learner would: the tool does not know that it is the solution. */
    private static void layTheSolution(Step step, Path workspace) throws IOException {
        try (Stream<Path> files = Files.walk(step.solution())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = workspace.resolve(step.solution().relativize(file).toString());
                if (file.toString().contains("beer-donut-app")
                        || file.toString().contains("score-service")) {
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private String alone(String state) throws Exception {
        try (Terminal terminal = terminal(1)) {
            Terminal.Result result = terminal.run("check", "07", "--state", state, "--timings");
            System.out.println(result.text());
            return seconds((result.exitCode() == 0 ? result.took() : result.firstFailure()).toMillis() / 1e3);
        }
    }

    /** A workspace with the state before that step. */
    private Terminal terminal(int step) throws Exception {
        Terminal terminal = new Terminal(Files.createTempDirectory(folder, "learner"));
        terminal.run("start");
        if (step > 1) {
            terminal.run("reset", Step.twoDigits(step));
        }
        return terminal;
    }

    /** This is no condition to wait for, but what the figure is about: so long nobody types. */
    private static void rest() throws InterruptedException {
        new CountDownLatch(1).await(QUIET.toSeconds(), TimeUnit.SECONDS);
    }

    private static String memory(Terminal terminal) {
        List<OSProcess> children = new SystemInfo()
                .getOperatingSystem()
                .getDescendantProcesses((int) terminal.bar().pid(), null, null, 0);
        long all = children.stream().mapToLong(OSProcess::getResidentMemory).sum();
        return String.format(Locale.ROOT, "%d processes of the bar, %.2f GB together", children.size(), all / 1e9);
    }

    private static String median(List<Double> seconds) {
        return seconds(
                seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow());
    }

    private static String worst(List<Double> seconds) {
        return seconds(seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
