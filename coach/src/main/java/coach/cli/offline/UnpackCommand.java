package coach.cli.offline;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Unpacks a pack. The launchers do not get as far as here: they run {@link Unpack} from its source, before anything is built. */
@Command(name = "unpack", description = "Makes this folder ready to work without a network, with a pack.")
public final class UnpackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What ./workshop pack has made.")
    private Path file;

    @Override
    public Integer call() {
        String trouble = Unpack.unpack(file, Workshop.repository());
        if (trouble != null) {
            throw new UserError(trouble);
        }
        return 0;
    }
}
