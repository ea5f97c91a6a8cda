package coach.course.workspace;

import coach.bar.compiler.ModuleSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/** Puts all files of a repository's folder into its index, so that the next commit holds them. */
final class WorkTreeStager {

    private final Git git;
    private final Repository repository;

    WorkTreeStager(Git git) {
        this.git = git;
        this.repository = git.getRepository();
    }

    void stageAll() throws Exception {
        git.add().addFilepattern(".").setAll(true).call();
        addIgnoredSources();
    }

    /** Adds sources that a learner's .gitignore excludes: a solution may overwrite them, so they have to be kept. */
    private void addIgnoredSources() throws Exception {
        Map<String, Path> ignored =
                new TreeMap<>(ModuleSources.in(repository.getWorkTree().toPath()));
        DirCache known = repository.readDirCache();
        ignored.entrySet()
                .removeIf(file -> known.findEntry(file.getKey()) >= 0 || !Files.isRegularFile(file.getValue()));
        if (ignored.isEmpty()) {
            return;
        }
        try (ObjectInserter objects = repository.newObjectInserter()) {
            DirCacheEditor editor = repository.lockDirCache().editor();
            for (Map.Entry<String, Path> file : ignored.entrySet()) {
                ObjectId content = objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file.getValue()));
                editor.add(entry(file.getKey(), content));
            }
            objects.flush();
            editor.commit();
        }
    }

    /** Makes the edit of an index that puts this content at that path. */
    static DirCacheEditor.PathEdit entry(String path, ObjectId content) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(content);
            }
        };
    }
}
