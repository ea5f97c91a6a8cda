package coach.course;

import coach.bar.compiler.ModuleSources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a step, or the half of one, lays over the state before it.
 *
 * @param number the step's
 */
record Solution(int number, Path folder) {

    static final String BY_HAND = "by-hand";
    private static final String LOCK = "lock";

    /** Gives the files that make up the state. */
    SortedMap<String, Path> files() {
        return ModuleSources.in(folder);
    }

    /** Gives the files that do not belong in a solution's folder. */
    List<Path> strays() {
        SortedMap<String, Path> all = new TreeMap<>(ModuleSources.allIn(folder, ""));
        all.keySet().removeAll(files().keySet());
        all.remove(LOCK);
        all.keySet().removeIf(path -> path.startsWith(BY_HAND + "/"));
        return new ArrayList<>(all.values());
    }

    /** Gives the solution and, before it, its half by hand if it has one. */
    List<Solution> halves() {
        Path half = folder.resolve(BY_HAND);
        return Files.isDirectory(half) ? List.of(new Solution(number, half), this) : List.of(this);
    }

    Path lockFile() {
        return folder.resolve(LOCK);
    }
}
