package coach.cli;

import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines this machine for what the workshop needs, prints a line for each, and uses no network. */
@Command(
        name = "doctor",
        description =
                "Looks at what the workshop needs of this machine: exit code 0 it can run, 1 something is in the way.")
final class DoctorCommand implements Callable<Integer> {

    @Option(
            names = "--report",
            description =
                    "Prints the same as Markdown for an issue, with versions and your position in the course; no folder of"
                            + " yours, user, host or proxy is in it.")
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
        // To the error stream: the report's output may go into a file or a clipboard.
        spec.commandLine()
                .getErr()
                .println("Next: open an issue of the form 'Stuck at a step' or 'Fault', and paste this into it.");
        return 0;
    }

    private int examine() {
        PrintWriter out = spec.commandLine().getOut();
        return examine(examinations(Workshop.repository()), out);
    }

    /** Prints each line as soon as it is known, because some examinations ask other programs. @return the exit code */
    static int examine(Stream<Supplier<List<Diagnosis>>> examinations, PrintWriter out) {
        Set<Severity> seen = EnumSet.noneOf(Severity.class);
        examinations.flatMap(look -> look.get().stream()).forEach(diagnosis -> {
            out.println(diagnosis.line());
            seen.add(diagnosis.severity());
        });
        return conclude(seen, out);
    }

    private static Stream<Supplier<List<Diagnosis>>> examinations(Path repository) {
        return Stream.of(
                () -> List.of(ToolsCheck.jdk()),
                () -> List.of(ToolsCheck.maven(repository)),
                () -> List.of(SystemCheck.memory(), SystemCheck.disk(repository)),
                () -> List.of(SystemCheck.writable(Workshop.state())),
                PortsCheck::all,
                () -> List.of(SystemCheck.proxy(System.getenv()), SystemCheck.clock(repository, Instant.now())),
                () -> List.of(DockerCheck.docker()),
                () -> CourseCheck.all(repository));
    }

    private static int conclude(Set<Severity> seen, PrintWriter out) {
        if (seen.contains(Severity.TROUBLE)) {
            out.println("The workshop will not run like this: fix what says %s, from the top."
                    .formatted(Severity.TROUBLE.word()));
            out.println("Next, once that is done: " + Workshop.command("doctor"));
            return 1;
        }
        out.println(
                seen.contains(Severity.NOTE)
                        ? "The workshop can run. What is only noted can wait."
                        : "The workshop can run, with a network and without.");
        out.println("Next: " + Workshop.command("start"));
        return 0;
    }
}
