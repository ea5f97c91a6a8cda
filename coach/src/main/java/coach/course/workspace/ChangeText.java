package coach.course.workspace;

import coach.bar.environment.Workshop;
import java.io.PrintWriter;

/** Prints how the workspace was changed, and how the learner gets the earlier work back. */
public final class ChangeText {

    private final Workspace.Change change;

    public ChangeText(Workspace.Change change) {
        this.change = change;
    }

    /** @param whatNow such as «the start of step 07» */
    public void print(PrintWriter out, String whatNow) {
        String kept = WorkspaceHistory.shortId(change.kept());
        if (change.kept().getParentCount() == 0
                && !change.kept().getShortMessage().equals(WorkspaceProgress.started(1))) {
            out.println("Its folder .git was gone: a new history begins here.");
        }
        out.println("What was there is kept as commit " + kept + " ("
                + change.kept().getShortMessage() + ").");
        out.println("The workspace now holds " + whatNow + ": commit " + WorkspaceHistory.shortId(change.laid()) + ".");
        if (!change.former().isEmpty()) {
            out.println("It was of another version of the workshop. These files of that version are gone from it:");
            change.former().forEach(path -> out.println("  " + path));
        }
        if (!change.extras().isEmpty()) {
            out.println("Files of your own stay where they are; do they still compile?");
            change.extras().forEach(path -> out.println("  " + path));
        }
        out.println("To get back what was there:");
        out.println("  " + Workshop.command("reset --to " + kept));
    }
}
