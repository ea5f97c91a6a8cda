package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("It looks at all that this JVM has started.")
class BarOpeningIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private TestBar bar() {
        return new BarFactory(REPOSITORY, folder).of(CompiledServices.shipped(REPOSITORY), 1);
    }

    @Test
    void leavesNothingRunning_whenClosedWhileItOpens() throws IOException {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        BarOpening opening = new BarOpening(this::bar);
        CompletableFuture<TestBar> begun = opening.begin();
        while (!appHasBegun()) {
            Thread.onSpinWait();
        }

        opening.close();

        assertThat(begun).isCompletedExceptionally();
        assertThat(ProcessHandle.current().children()).isSubsetOf(before);
    }

    /** Says whether the app's log is there. */
    private boolean appHasBegun() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.endsWith("beer-donut-app.log"));
        }
    }

    @Test
    void opensNoMore_onceItIsClosed() {
        BarOpening opening = new BarOpening(this::bar);

        opening.close();

        assertThatThrownBy(opening::join).isInstanceOf(UserError.class);
    }
}
