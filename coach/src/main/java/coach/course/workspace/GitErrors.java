package coach.course.workspace;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.errors.JGitInternalException;

/** Turns JGit's exceptions into errors that say what to do. */
final class GitErrors {

    private GitErrors() {}

    static <T> T attempt(Path folder, Callable<T> work) {
        try {
            return work.call();
        } catch (JGitInternalException e) {
            // It only wraps; what happened is inside.
            throw unusable(folder, e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw unusable(folder, e);
        }
    }

    private static UserError unusable(Path folder, Throwable e) {
        String text = """
                The history of %s could not be read or written: %s
                Is another Git at work there? Then wait for it. Else a crash may have left the file %s: delete it.
                Without its folder .git, the workspace begins a new history.""";
        Path lock = folder.resolve(".git").resolve("index.lock");
        return new UserError(text.formatted(folder, e.getMessage(), lock), e);
    }
}
