package coach.course.workspace;

import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.FileContent;
import coach.bar.compiler.ModuleSources;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;

/** The learner's copy of the two services, and of a lab's tools, with a Git history that keeps every version of it. */
public final class Workspace {

    static final String NAME = "workspace";
    private static final int A_FEW = 8;

    private final Path folder;

    private Workspace(Path folder) {
        this.folder = folder;
    }

    /** Finds the workspace of that repository, if it has been made. */
    public static Optional<Workspace> in(Path repository) {
        Path folder = folder(repository);
        boolean made = Stream.concat(CompiledServices.MODULES.stream(), Stream.of("pom.xml", ".git"))
                .anyMatch(name -> Files.exists(folder.resolve(name)));
        return made ? Optional.of(new Workspace(folder)) : Optional.empty();
    }

    /** @throws UserError when it has not been made */
    public static Workspace of(Path repository) {
        return in(repository)
                .orElseThrow(() ->
                        new UserError("There is no workspace yet.%nNext: %s".formatted(Workshop.command("start"))));
    }

    /** Gives the workspace's folder; a test sets another one, so that it never touches a person's own work. */
    static Path folder(Path repository) {
        String elsewhere = System.getProperty("workshop.workspace");
        return elsewhere == null ? repository.resolve(NAME) : Path.of(elsewhere);
    }

    public Path folder() {
        return folder;
    }

    public boolean hasHistory() {
        return WorkspaceHistory.isIn(folder);
    }

    /** Gives the files that are there now, as a state. */
    public State files() {
        return new State(NAME, ModuleSources.in(folder));
    }

    /** Commits everything, and gives the commit's short id; nothing if nothing has changed. */
    public Optional<String> save(String message) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            return history.save(message).map(WorkspaceHistory::shortId);
        }
    }

    /** Commits everything with a note that this step's check has passed, and gives the commit's short id. */
    public String pass(int step) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            return WorkspaceHistory.shortId(history.note(WorkspaceProgress.passed(step)));
        }
    }

    /** Gives the step that the learner is at; after the last step, a number that the course may not have. */
    public int step() {
        return progress().step();
    }

    /** Gives the step to do now: a lab once it has begun, since it begins only when asked for; at the end the last step. */
    public Step step(Course course) {
        Optional<Step> lab = lab(course);
        int last = course.steps().stream().mapToInt(Step::number).max().orElse(1);
        return lab.orElseGet(() -> course.step(Math.min(step(), last)));
    }

    /** Gives the lab that has begun here, if any. */
    public Optional<Step> lab(Course course) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            int laid = new WorkspaceProgress(history).laidLast();
            return course.labs().stream().filter(lab -> lab.number() == laid).findFirst();
        }
    }

    /** Gives the number of the latest state that the code has reached, by a passed check, a solution or a reset. */
    public int stateNumber() {
        return progress().state();
    }

    private WorkspaceProgress.Progress progress() {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            return new WorkspaceProgress(history).progress();
        }
    }

    /** Whether its files are from another version of the course than this one. */
    public boolean isOutdated(Course course) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            return new WorkspaceVersion(history).isOutdated(course);
        }
    }

    /** Gives the commit message of a solution that is laid over the workspace. */
    public static String solutionOf(int step, boolean byHand) {
        return WorkspaceProgress.laid(step, byHand);
    }

    /** Gives the commit message of a reset to the start of a step. */
    public static String startOf(int step) {
        return WorkspaceProgress.started(step);
    }

    /** Commits the workspace, then writes that state over it; files that the course does not know stay. */
    public Change lay(State state, Course course, String message) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            RevCommit kept = keep(history, message);
            List<String> former = deleteFormer(history, course);
            Set<String> others = new TreeSet<>(files().files().keySet());
            others.removeAll(state.files().keySet());
            Set<String> known = course.paths();
            history.attempt(() -> delete(others.stream().filter(known::contains).toList()));
            others.removeAll(known);
            write(state, kept);
            RevCommit laid = history.note(WorkspaceVersion.noted(message, course));
            return new Change(kept, laid, List.copyOf(others), former);
        }
    }

    /** Deletes what only another version of the course has, and brings the pom up to date; a current workspace stays as it is. */
    private List<String> deleteFormer(WorkspaceHistory history, Course course) {
        WorkspaceVersion version = new WorkspaceVersion(history);
        if (!version.isOutdated(course)) {
            return List.of();
        }
        Set<String> former = new TreeSet<>(files().files().keySet());
        former.retainAll(version.laidPaths());
        former.removeAll(course.paths());
        history.attempt(() -> {
            new WorkspaceCreation(course.repository()).renewPom(folder);
            return delete(former);
        });
        return List.copyOf(former);
    }

    /** Keeps what is there, then puts everything back as it was in that commit. */
    public Change backTo(String id) {
        try (WorkspaceHistory history = WorkspaceHistory.open(folder)) {
            RevCommit commit = history.find(id).orElseThrow(() -> unknown(id, history));
            RevCommit kept = keep(history, "going back to " + WorkspaceHistory.shortId(commit));
            CommitSnapshot before = new CommitSnapshot(history.repository(), kept);
            CommitSnapshot then = new CommitSnapshot(history.repository(), commit);
            return history.attempt(() -> {
                Set<String> gone = before.paths();
                gone.removeAll(then.paths());
                delete(gone);
                then.writeTo(folder);
                return new Change(kept, history.note(WorkspaceProgress.back(commit)), List.of(), List.of());
            });
        }
    }

    private static RevCommit keep(WorkspaceHistory history, String message) {
        history.save("before " + message);
        return history.head().orElseThrow();
    }

    private Void delete(Collection<String> paths) throws IOException {
        for (String path : paths) {
            FileContent.delete(folder.resolve(path));
        }
        return null;
    }

    private void write(State state, RevCommit kept) {
        for (String path : state.files().keySet()) {
            try {
                FileContent.write(
                        folder.resolve(path), Files.readAllBytes(state.files().get(path)));
            } catch (IOException e) {
                throw notWritten(folder.resolve(path), kept, e);
            }
        }
    }

    private static UserError notWritten(Path file, RevCommit kept, IOException e) {
        String text = """
                %s could not be written: %s
                Does something else lie there, or does a program hold it open? \
                What was in the workspace is safe as commit %s.
                Next, when that is out of the way: %s""";
        String id = WorkspaceHistory.shortId(kept);
        return new UserError(text.formatted(file, e, id, Workshop.command("reset --to " + id)), e);
    }

    private static UserError unknown(String id, WorkspaceHistory history) {
        String newest = history.commits().stream()
                .limit(A_FEW)
                .map(commit -> "  " + WorkspaceHistory.shortId(commit) + "  " + commit.getShortMessage())
                .collect(Collectors.joining("\n"));
        return new UserError("The workspace has no commit %s. Its newest are:\n%s".formatted(id, newest));
    }

    /**
     * A change of the whole workspace.
     *
     * @param kept the commit with the files before
     * @param laid the commit with the files after
     * @param extras files that the course doesn't know
     * @param former files that another version of the course had put there, and that are deleted
     */
    public record Change(RevCommit kept, RevCommit laid, List<String> extras, List<String> former) {}
}
