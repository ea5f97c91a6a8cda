package coach.cli;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.ChangeText;
import coach.course.workspace.Workspace;
import coach.course.workspace.WorkspaceCreation;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the learner's workspace, or completes it. */
@Command(
        name = "start",
        description =
                "Makes your workspace: a copy of the app and the score service, for you to change; or begins a lab.")
final class StartCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NN",
            arity = "0..1",
            description = "The lab to begin, such as 12, after keeping what is there.")
    private String lab;

    @Spec
    private CommandSpec spec;

    private final Path repository;

    public StartCommand() {
        this(Workshop.repository());
    }

    StartCommand(Path repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Course course = Course.in(repository);
        if (lab != null) {
            return begin(course.step(lab), course, out);
        }
        WorkspaceCreation.Outcome outcome = new WorkspaceCreation(repository).make();
        Workspace workspace = Workspace.of(repository);
        String folder = Workshop.userPath(workspace.folder());
        out.println(
                switch (outcome) {
                    case MADE -> "Your workspace is in " + folder + ", with a history of its own.";
                    case COMPLETED -> "Your workspace in " + folder + " was not complete, and is now.";
                    case WAS_THERE -> "Your workspace is in " + folder + " already; nothing has changed in it.";
                });
        if (outcome != WorkspaceCreation.Outcome.WAS_THERE) {
            out.println(howToOpen(workspace.folder()));
        }
        WorkspaceAdvice.of(workspace, course).ifPresent(out::println);
        return sayWhatIsMissing(workspace, out) ? 1 : next(workspace, out);
    }

    private int begin(Step asked, Course course, PrintWriter out) {
        if (asked.lab().isEmpty()) {
            throw new UserError("Step %s is no lab: it begins where the step before it ended.%nNext: %s, or %s"
                    .formatted(
                            asked.twoDigits(),
                            Workshop.command("check " + asked.twoDigits()),
                            Workshop.command("reset " + asked.twoDigits())));
        }
        new WorkspaceCreation(repository).make();
        String start = Workspace.startOf(asked.number());
        new ChangeText(Workspace.of(repository).lay(course.before(asked), course, start)).print(out, "the " + start);
        out.println("Its tools are in "
                + String.join(", ", asked.lab().orElseThrow().folders()) + " there.");
        out.println("Next: read " + Path.of("steps", asked.name(), "README.md"));
        return 0;
    }

    private static String howToOpen(Path folder) {
        return """
                To open it in an IDE:
                  IntelliJ IDEA  File > Open, and choose %s, as a project
                  VS Code        File > Open Folder, and choose %s
                  Eclipse        File > Import > Existing Maven Projects, and choose %s""".formatted(
                Workshop.userPath(folder.resolve("pom.xml")), Workshop.userPath(folder), Workshop.userPath(folder));
    }

    private static boolean sayWhatIsMissing(Workspace workspace, PrintWriter out) {
        for (String module : CompiledServices.MODULES) {
            if (!Files.isDirectory(workspace.folder().resolve(module))) {
                out.println("Its folder " + module
                        + " is gone. This puts the start of your step back, and keeps what is there:");
                out.println("Next: " + Workshop.command("reset"));
                return true;
            }
        }
        return false;
    }

    private int next(Workspace workspace, PrintWriter out) {
        if (workspace.step() == 1) {
            out.println("The first step is in " + Path.of("steps", "01-explore", "README.md") + ".");
            out.println("Next: " + Workshop.command("up"));
        } else {
            out.println("Next: " + Workshop.command("check"));
        }
        return 0;
    }
}
