package coach.course.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.FileContent;
import coach.course.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The changes from one state to another, as a patch in Git's format. */
public final class StatePatch {

    private final State before;
    private final State after;

    public StatePatch(State before, State after) {
        this.before = before;
        this.after = after;
    }

    /** @return empty when both are equal */
    public String text() {
        SortedSet<String> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        try {
            for (String path : paths) {
                patch.writeBytes(change(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not compare " + before.title() + " and " + after.title(), e);
        }
        return patch.toString(UTF_8);
    }

    /** Gives the patch in colours for a terminal. */
    public String colouredText() {
        return new ColouredPatch(text()).text();
    }

    private byte[] change(String path) throws IOException {
        RawText oldText = read(before.files().get(path));
        RawText newText = read(after.files().get(path));
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, oldText, newText);
        if (before.files().containsKey(path) && after.files().containsKey(path) && edits.isEmpty()) {
            return new byte[0];
        }
        boolean binary = RawText.isBinary(oldText.getRawContent()) || RawText.isBinary(newText.getRawContent());
        ByteArrayOutputStream change = new ByteArrayOutputStream();
        change.writeBytes(head(path, !binary && !edits.isEmpty()).getBytes(UTF_8));
        if (binary) {
            change.writeBytes("Binary files differ\n".getBytes(UTF_8));
        } else {
            write(edits, oldText, newText, change);
        }
        return change.toByteArray();
    }

    private static void write(EditList edits, RawText oldText, RawText newText, OutputStream out) throws IOException {
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(edits, oldText, newText);
        }
    }

    private String head(String path, boolean hasLines) {
        boolean was = before.files().containsKey(path);
        boolean is = after.files().containsKey(path);
        String head = "diff --git a/" + path + " b/" + path + "\n"
                + (was ? "" : "new file mode 100644\n")
                + (is ? "" : "deleted file mode 100644\n");
        String names = "--- " + (was ? "a/" + path : "/dev/null") + "\n+++ " + (is ? "b/" + path : "/dev/null") + "\n";
        return hasLines ? head + names : head;
    }

    private static RawText read(Path file) {
        return file == null ? RawText.EMPTY_TEXT : new RawText(FileContent.of(file));
    }
}
