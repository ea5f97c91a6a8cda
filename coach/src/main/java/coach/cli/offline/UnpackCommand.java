package coach.cli.offline;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Unpacks a pack.
 *
 * <p>The launchers do not come here: they run {@link Unpack} from its source, before anything is built.
 */
@Command(name = "unpack", description = "Makes this folder ready to work without a network, with a pack.")
public final class UnpackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What ./workshop pack has made.")
    private Path file;

    @Override
    public Integer call() {
        String error = Unpack.unpack(file, Workshop.repository());
        if (error != null) {
            throw new UserError(error);
        }
        return 0;
    }
}
