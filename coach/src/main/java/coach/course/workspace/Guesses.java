package coach.course.workspace;

import coach.course.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The learner's guesses. Each is a commit of the workspace, because nothing in its history gets lost: not by a solution, not by a
 * reset.
 */
public final class Guesses {

    private final Workspace workspace;

    public Guesses(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Commits the guess, with the code as it is now, and gives the commit's short id. */
    public String keep(int step, String guess) {
        try (WorkspaceHistory history = WorkspaceHistory.open(workspace.folder())) {
            return WorkspaceHistory.shortId(history.note(title(step) + "\n\n" + guess));
        }
    }

    /** Gives the guesses for a step, the oldest first. */
    public List<String> of(int step) {
        List<String> guesses = new ArrayList<>();
        try (WorkspaceHistory history = WorkspaceHistory.open(workspace.folder())) {
            for (RevCommit commit : history.commits()) {
                if (commit.getShortMessage().equals(title(step))) {
                    guesses.add(commit.getFullMessage()
                            .substring(title(step).length())
                            .strip());
                }
            }
        }
        Collections.reverse(guesses);
        return guesses;
    }

    private static String title(int step) {
        return "guess for step " + Step.twoDigits(step);
    }
}
