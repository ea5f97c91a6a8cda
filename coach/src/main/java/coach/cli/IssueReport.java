package coach.cli;

import static java.util.stream.Collectors.joining;

import coach.bar.environment.UserError;
import coach.course.Step;
import coach.course.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the part of an issue that a machine knows: system, versions and position in the course, as Markdown. */
final class IssueReport {

    /** The subject whose details name hosts inside a company. */
    private static final String PRIVATE = "proxy";

    private final Path repository;
    private final Redaction redaction;

    IssueReport(Path repository, Redaction redaction) {
        this.repository = repository;
        this.redaction = redaction;
    }

    String markdown(List<Diagnosis> findings) {
        Stream<String> machine = Stream.of(
                "| what | here |",
                "|---|---|",
                row("workshop", WorkshopVersion.commit(repository)),
                row("workspace", position()),
                row("system", system()),
                row("Java", Runtime.version() + ", " + System.getProperty("java.vendor")),
                row("libraries", WorkshopVersion.libraries(repository)),
                "",
                "| doctor | looked at | and saw |",
                "|---|---|---|");
        Stream<String> seen = findings.stream().map(IssueReport::row);
        return redaction.of(Stream.concat(machine, seen).collect(joining("\n")));
    }

    private String position() {
        try {
            Optional<Workspace> workspace = Workspace.in(repository);
            return workspace.map(IssueReport::position).orElse("not made yet");
        } catch (UserError e) {
            return "cannot be read: " + e.getMessage().lines().findFirst().orElse("");
        }
    }

    private static String position(Workspace workspace) {
        return "at step %s; its code is in state %s"
                .formatted(Step.twoDigits(workspace.step()), Step.twoDigits(workspace.stateNumber()));
    }

    private static String system() {
        return "%s %s, %s, %s processors, %s, %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("user.language"),
                        System.getProperty("native.encoding", System.getProperty("file.encoding")));
    }

    private static String row(Diagnosis finding) {
        boolean hidden = finding.subject().equals(PRIVATE);
        return "| %s | %s | %s |"
                .formatted(
                        finding.severity().word(),
                        finding.subject(),
                        hidden ? "(details left out)" : cell(finding.seen()));
    }

    private static String row(String what, String here) {
        return "| %s | %s |".formatted(what, cell(here));
    }

    /** Escapes line ends and bars, which end a table's cell, and tags, which GitHub hides. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\R", " ");
    }
}
