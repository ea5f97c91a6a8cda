package coach.cli.doctor;

import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at all that the workshop needs of a machine, a line for each, and asks no network. */
@Command(
        name = "doctor",
        description =
                "Looks at what the workshop needs of this machine: exit code 0 it can run, 1 something is in the way.")
public final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--report",
            description =
                    "Prints the same as Markdown for an issue, with versions and your position in the course; no folder of yours, user, host or proxy is in it.")
    private boolean asReport;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return asReport ? report(Workshop.repository()) : examine();
    }

    private int report(Path repository) {
        List<Diagnosis> findings =
                examinations(repository).flatMap(look -> look.get().stream()).toList();
        IssueReport report = new IssueReport(repository, Redaction.ofThisMachine(repository));
        spec.commandLine().getOut().println(report.markdown(findings));
        // Not into a file or a clipboard that the report is sent to.
        spec.commandLine()
                .getErr()
                .println("Next: open an issue of the form 'Stuck at a step' or 'Fault', and paste this into it.");
        return 0;
    }

    private int examine() {
        PrintWriter out = spec.commandLine().getOut();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        // Each line as soon as it is known: some ask other programs.
        examinations(Workshop.repository()).flatMap(look -> look.get().stream()).forEach(finding -> {
            out.println(finding.line());
            counts.merge(finding.sign(), 1, Integer::sum);
        });
        return verdict(counts, out);
    }

    private static Stream<Supplier<List<Diagnosis>>> examinations(Path repository) {
        return Stream.of(
                () -> List.of(ToolsCheck.jdk()),
                () -> List.of(ToolsCheck.maven(repository)),
                () -> List.of(MemoryAndDiskCheck.memory(), MemoryAndDiskCheck.disk(repository)),
                PortsCheck::all,
                () -> new ProxyCheck(System.getenv(), Path.of(System.getProperty("user.home"))).all(),
                () -> List.of(new ClockCheck(Clock.systemUTC()).against(repository)),
                () -> List.of(DockerCheck.docker()),
                () -> CourseCheck.all(repository));
    }

    private static int verdict(Map<Severity, Integer> counts, PrintWriter out) {
        if (counts.containsKey(Severity.TROUBLE)) {
            out.println("The workshop will not run like this: mend what says %s, from the top."
                    .formatted(Severity.TROUBLE.word()));
            out.println("Next, once that is done: " + Workshop.command("doctor"));
            return 1;
        }
        out.println(
                counts.containsKey(Severity.NOTE)
                        ? "The workshop can run. What is only noted can wait."
                        : "The workshop can run, with a network and without.");
        out.println("Next: " + Workshop.command("start"));
        return 0;
    }
}
