package coach.bar;

import coach.bar.environment.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** A redis-server that may run on this system. */
record RedisBinary(String name, Callable<Path> source) {

    /**
     * Replacements for two of the embedded binaries, which need OpenSSL 3: on a Mac with Apple's chip from Homebrew.
     * Without it they end at once, while the 32-bit one for Linux and the Intel one for the Mac need no library.
     */
    private static final Map<OsArchitecture, OsArchitecture> STAND_INS = Map.of(
            OsArchitecture.UNIX_x86_64, OsArchitecture.UNIX_x86,
            OsArchitecture.MAC_OS_X_ARM64, OsArchitecture.MAC_OS_X_x86_64);

    /**
     * Returns the binaries to try on this system, best first: those of the embedded-redis library, then the system's
     * own.
     *
     * @param folder the folder into which a binary is unpacked
     */
    static List<RedisBinary> all(Path folder) {
        List<RedisBinary> all = new ArrayList<>();
        try {
            OsArchitecture here = OsArchitecture.detectOSandArchitecture();
            all.add(carried(folder, here));
            if (STAND_INS.containsKey(here)) {
                all.add(carried(folder, STAND_INS.get(here)));
            }
        } catch (RuntimeException e) {
            // The library does not know this system; the system's own redis-server may still run.
        }
        all.add(new RedisBinary(
                "redis-server on the PATH",
                () -> ExecutableProvider.newExecutableInPath("redis-server")
                        .get()
                        .toPath()));
        return all;
    }

    private static RedisBinary carried(Path folder, OsArchitecture system) {
        String resource = ExecutableProvider.newProvidedVersionsMap().get(system);
        return new RedisBinary("the carried " + resource.substring(1), () -> unpacked(folder, resource));
    }

    private static Path unpacked(Path folder, String resource) throws IOException {
        OsArchitecture here = OsArchitecture.detectOSandArchitecture();
        File target = Files.createDirectories(folder).toFile();
        return ExecutableProvider.newJarResourceProvider(() -> target, Map.of(here, resource))
                .get()
                .toPath();
    }

    /** @throws UserError when there is no such binary */
    Path file() {
        try {
            return source.call();
        } catch (Exception e) {
            throw new UserError(e.toString(), e);
        }
    }
}
