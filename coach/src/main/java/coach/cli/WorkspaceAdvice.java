package coach.cli;

import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.Step;
import coach.course.workspace.Workspace;
import java.util.Optional;

/** Tells a learner whose workspace is from another version of the workshop what to type. */
final class WorkspaceAdvice {

    private static final String ADVICE = """
            Your workspace holds files of another version of the workshop. They still work.
            To get the files of this version, and to keep what you have as a commit: %s""";

    private WorkspaceAdvice() {}

    /** @return two lines, or nothing where the workspace is of this version */
    public static Optional<String> of(Workspace workspace, Course course) {
        if (!workspace.isOutdated(course)) {
            return Optional.empty();
        }
        return Optional.of(ADVICE.formatted(renewal(workspace, course)));
    }

    /** The command that lays the files of this version, as far as the learner has come. */
    private static String renewal(Workspace workspace, Course course) {
        Step now = workspace.step(course);
        boolean done = workspace.step() > now.number();
        return Workshop.command((done ? "solution " : "reset ") + now.twoDigits());
    }
}
