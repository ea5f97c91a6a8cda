package coach.course.workspace;

import coach.course.Step;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/** Reads from the messages of the workspace's commits how far the learner is. */
final class WorkspaceProgress {

    private static final Pattern PASSED = Pattern.compile("step (\\d\\d) passed");
    private static final Pattern LAID = Pattern.compile("solution (\\d\\d)");
    private static final Pattern LAID_BY_HAND = Pattern.compile("solution (\\d\\d), by hand");
    private static final Pattern STARTED = Pattern.compile("start of step (\\d\\d)");
    private static final Pattern BACK = Pattern.compile("back to ([0-9a-f]{40})");

    private final WorkspaceHistory history;

    WorkspaceProgress(WorkspaceHistory history) {
        this.history = history;
    }

    static String passed(int step) {
        return "step " + Step.twoDigits(step) + " passed";
    }

    static String laid(int step, boolean byHand) {
        return "solution " + Step.twoDigits(step) + (byHand ? ", by hand" : "");
    }

    static String started(int step) {
        return "start of step " + Step.twoDigits(step);
    }

    static String back(RevCommit commit) {
        return "back to " + commit.name();
    }

    /**
     * The progress of the code in one commit.
     *
     * @param state the number of the course's latest state that it holds; as one, a step's half by hand counts, too
     * @param step the step to do now
     */
    record Progress(int state, int step) {

        private static final Progress NONE = new Progress(0, 1);

        private static Progress done(int step) {
            return new Progress(step, step + 1);
        }

        private Progress orLater(Progress other) {
            return new Progress(Math.max(state, other.state), Math.max(step, other.step));
        }
    }

    /** Gives the progress of the newest commit. */
    Progress progress() {
        return history.head().map(this::progress).orElse(Progress.NONE);
    }

    /** Looks back to the commit that last replaced the code: a check that passed before it was about other code. */
    private Progress progress(RevCommit newest) {
        Progress progress = Progress.NONE;
        for (RevCommit commit : history.commits(newest)) {
            Optional<Progress> replaced = replaced(commit);
            if (replaced.isPresent()) {
                return progress.orLater(replaced.get());
            }
            // The check of an earlier step may pass after that of a later one.
            progress = number(PASSED, commit)
                    .map(Progress::done)
                    .map(progress::orLater)
                    .orElse(progress);
        }
        return progress;
    }

    /** Gives the number of the step whose start or solution was laid over the workspace last; 0 if there is none. */
    int laidLast() {
        return history.head().map(this::laidLast).orElse(0);
    }

    private int laidLast(RevCommit newest) {
        for (RevCommit commit : history.commits(newest)) {
            Optional<Integer> laid = number(LAID, commit)
                    .or(() -> number(LAID_BY_HAND, commit))
                    .or(() -> number(STARTED, commit))
                    .or(() -> earlier(commit).map(this::laidLast));
            if (laid.isPresent()) {
                return laid.get();
            }
        }
        return 0;
    }

    /** Of a commit that put other code there. */
    Optional<Progress> replaced(RevCommit commit) {
        return number(LAID, commit)
                .map(Progress::done)
                .or(() -> number(LAID_BY_HAND, commit).map(step -> new Progress(step, step)))
                .or(() -> number(STARTED, commit).map(step -> new Progress(step - 1, step)))
                .or(() -> earlier(commit).map(this::progress));
    }

    /** Of a commit that went back to another one: that one. */
    Optional<RevCommit> earlier(RevCommit commit) {
        Matcher back = BACK.matcher(commit.getShortMessage());
        return back.matches() ? history.find(back.group(1)) : Optional.empty();
    }

    private static Optional<Integer> number(Pattern pattern, RevCommit commit) {
        Matcher matcher = pattern.matcher(commit.getShortMessage());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(matcher.group(1)));
    }
}
