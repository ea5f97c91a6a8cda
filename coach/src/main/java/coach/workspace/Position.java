package coach.workspace;

import coach.course.Step;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.RevCommit;

/** Where the learner is, as the messages of the commits tell it. */
final class Position {

    private static final Pattern PASSED = Pattern.compile("step (\\d\\d) passed");
    private static final Pattern LAID = Pattern.compile("solution (\\d\\d)");
    private static final Pattern STARTED = Pattern.compile("start of step (\\d\\d)|solution (\\d\\d), by hand");
    private static final Pattern BACK = Pattern.compile("back to ([0-9a-f]{40})");

    private final History history;

    Position(History history) {
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

    /** The steps whose check has ever passed. */
    SortedSet<Integer> passed() {
        SortedSet<Integer> passed = new TreeSet<>();
        for (RevCommit commit : history.commits()) {
            number(PASSED, commit).ifPresent(passed::add);
        }
        return passed;
    }

    /** The step to be done now. */
    int step() {
        return history.head().map(this::step).orElse(1);
    }

    private int step(RevCommit newest) {
        List<RevCommit> commits = history.commits(newest);
        for (RevCommit commit : commits) {
            Optional<Integer> step = number(PASSED, commit)
                    .or(() -> number(LAID, commit))
                    .map(number -> number + 1)
                    .or(() -> number(STARTED, commit))
                    .or(() -> earlier(commit).map(this::step));
            if (step.isPresent()) {
                return step.get();
            }
        }
        return 1;
    }

    private Optional<RevCommit> earlier(RevCommit commit) {
        Matcher back = BACK.matcher(commit.getShortMessage());
        return back.matches() ? history.find(back.group(1)) : Optional.empty();
    }

    private static Optional<Integer> number(Pattern pattern, RevCommit commit) {
        Matcher matcher = pattern.matcher(commit.getShortMessage());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }
}
