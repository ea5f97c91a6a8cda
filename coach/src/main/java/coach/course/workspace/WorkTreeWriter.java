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

/** All that lies in a repository's folder now, as a tree that can be committed. */
final class WorkTreeWriter {

    private final Repository repository;

    WorkTreeWriter(Repository repository) {
        this.repository = repository;
    }

    ObjectId tree() throws Exception {
        try (Git git = new Git(repository);
                ObjectInserter objects = repository.newObjectInserter()) {
            git.add().addFilepattern(".").setAll(true).call();
            addIgnoredSources(objects);
            ObjectId tree = repository.readDirCache().writeTree(objects);
            objects.flush();
            return tree;
        }
    }

    /** A learner may have Git ignore a file that a solution overwrites: it has to be kept all the same. */
    private void addIgnoredSources(ObjectInserter objects) throws Exception {
        Map<String, Path> ignored =
                new TreeMap<>(ModuleSources.in(repository.getWorkTree().toPath()));
        DirCache known = repository.readDirCache();
        ignored.entrySet()
                .removeIf(file -> known.findEntry(file.getKey()) >= 0 || !Files.isRegularFile(file.getValue()));
        if (ignored.isEmpty()) {
            return;
        }
        DirCache index = repository.lockDirCache();
        DirCacheEditor editor = index.editor();
        for (Map.Entry<String, Path> file : ignored.entrySet()) {
            ObjectId content = objects.insert(Constants.OBJ_BLOB, Files.readAllBytes(file.getValue()));
            editor.add(entry(file.getKey(), content));
        }
        editor.commit();
    }

    /** @return the edit of an index that puts this content at that path */
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
