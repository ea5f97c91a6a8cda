package coach.course.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** Keeps JGit from reading and writing the Git settings of this machine and its user. */
public final class IsolatedGit extends SystemReader.Delegate {

    private IsolatedGit(SystemReader reader) {
        super(reader);
    }

    /** Isolates JGit, from now on and in this process. */
    public static void use() {
        if (!(SystemReader.getInstance() instanceof IsolatedGit)) {
            SystemReader.setInstance(new IsolatedGit(SystemReader.getInstance()));
        }
    }

    @Override
    public String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public Path getXdgConfigDirectory(FS files) {
        return null;
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
        return new Nothing(parent, files);
    }

    /** Settings that are in no file. */
    private static final class Nothing extends FileBasedConfig {

        // FAT's, the coarsest. JGit would measure it otherwise, with files of its own, for seconds.
        private static final Duration TIMESTAMPS_APART = Duration.ofSeconds(2);

        Nothing(Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals("filesystem")
                    ? unit.convert(TIMESTAMPS_APART)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
