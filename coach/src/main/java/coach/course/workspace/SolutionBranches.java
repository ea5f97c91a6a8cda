package coach.course.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.ModuleSources;
import coach.course.Lab;
import coach.course.MarkdownHeadings;
import coach.course.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.WordUtils;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Makes a commit for each step's solution, one on the other and labs' beside each other, from the files of one commit of the repository. */
public final class SolutionBranches {

    private static final Pattern README = Pattern.compile("steps/(\\d\\d-[a-z0-9-]+)/README\\.md");
    private static final String BRANCH = "ref: " + Constants.R_HEADS;
    private static final int WIDTH = 72;

    private final Repository repository;
    private final RevCommit base;
    private final SortedMap<String, ObjectId> files;

    public SolutionBranches(Repository repository, RevCommit base) throws IOException {
        this.repository = repository;
        this.base = base;
        this.files = filesOf(base);
    }

    private SortedMap<String, ObjectId> filesOf(RevCommit commit) throws IOException {
        SortedMap<String, ObjectId> found = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            while (walk.next()) {
                found.put(walk.getPathString(), walk.getObjectId(0));
            }
        }
        return found;
    }

    /** @return for each step the commit with its solution: for one that changes no file, the commit before */
    public Map<String, ObjectId> commits() throws IOException {
        Map<String, ObjectId> commits = new LinkedHashMap<>();
        ObjectId last = base;
        for (String path : files.keySet()) {
            Matcher readme = README.matcher(path);
            if (readme.matches()) {
                String step = readme.group(1);
                Optional<Lab> lab = lab(step);
                ObjectId parent = lab.isPresent() ? stateOf(lab.get().base(), commits) : last;
                ObjectId commit = commit(step, path, parent);
                commits.put(step, commit);
                last = lab.isPresent() ? last : commit;
            }
        }
        return commits;
    }

    /** A lab's tools are in the repository: only its solution changes anything. */
    private Optional<Lab> lab(String step) throws IOException {
        String path = "steps/" + step + "/lab.properties";
        if (!files.containsKey(path)) {
            return Optional.empty();
        }
        String text = new String(repository.open(files.get(path)).getBytes(), UTF_8);
        return Optional.of(Lab.read(text, Path.of(path), Path.of("steps", step, "skeleton")));
    }

    private ObjectId stateOf(int number, Map<String, ObjectId> commits) {
        return commits.entrySet().stream()
                .filter(commit -> commit.getKey().startsWith(Step.twoDigits(number) + "-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(base);
    }

    private ObjectId commit(String step, String readme, ObjectId parent) throws IOException {
        Map<String, ObjectId> solution = solution(step);
        if (solution.isEmpty()) {
            return parent;
        }
        return commit(lay(solution, repository.parseCommit(parent).getTree()), parent, message(step, readme));
    }

    private Map<String, ObjectId> solution(String step) {
        String folder = "solutions/" + step + "/";
        Map<String, ObjectId> solution = new TreeMap<>();
        files.forEach((path, content) -> {
            if (path.startsWith(folder) && ModuleSources.include(path.substring(folder.length()))) {
                solution.put(path.substring(folder.length()), content);
            }
        });
        return solution;
    }

    private ObjectId lay(Map<String, ObjectId> solution, AnyObjectId tree) throws IOException {
        // An index in memory: the repository's own index and its files stay as they are.
        DirCache index = DirCache.read(repository.newObjectReader(), tree);
        DirCacheEditor editor = index.editor();
        solution.forEach((path, content) -> editor.add(WorkTreeStager.entry(path, content)));
        editor.finish();
        try (ObjectInserter objects = repository.newObjectInserter()) {
            ObjectId written = index.writeTree(objects);
            objects.flush();
            return written;
        }
    }

    private ObjectId commit(ObjectId tree, ObjectId parent, String message) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentId(parent);
        commit.setMessage(message);
        // The time of the commit they start from, so that the same input gives the same ids.
        PersonIdent when = base.getCommitterIdent();
        commit.setAuthor(new PersonIdent(WorkspaceHistory.WORKSHOP, when.getWhenAsInstant(), when.getZoneId()));
        commit.setCommitter(commit.getAuthor());
        try (ObjectInserter objects = repository.newObjectInserter()) {
            ObjectId id = objects.insert(commit);
            objects.flush();
            return id;
        }
    }

    private String message(String step, String readme) throws IOException {
        String text = new String(repository.open(files.get(readme)).getBytes(), UTF_8);
        String title = MarkdownHeadings.firstHeading(text).orElse(step);
        return MarkdownHeadings.firstParagraph(text)
                .map(words -> title + "\n\n" + WordUtils.wrap(words, WIDTH, "\n", false) + "\n")
                .orElse(title + "\n");
    }

    public static String shortId(AnyObjectId commit) {
        return WorkspaceHistory.shortId(commit);
    }

    /** Gives the branches that are checked out: in the repository itself, and in its further working trees. */
    public static List<String> checkedOut(Repository repository) throws IOException {
        Path git = repository.getCommonDirectory().toPath();
        Path trees = git.resolve("worktrees");
        try (Stream<Path> further = Files.isDirectory(trees) ? Files.list(trees) : Stream.empty()) {
            List<String> branches = new ArrayList<>();
            for (Path folder : Stream.concat(Stream.of(git), further).toList()) {
                Path head = folder.resolve(Constants.HEAD);
                String line = Files.isRegularFile(head) ? Files.readString(head).strip() : "";
                if (line.startsWith(BRANCH)) {
                    branches.add(line.substring(BRANCH.length()));
                }
            }
            return branches;
        }
    }
}
