package steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The open bar runs a check, with the same verdicts, exit codes and commits as a check that runs alone. */
@Isolated("It measures.")
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class CheckBesideABarIT {

    private static final String TIMER = "beer-donut-app/src/main/java/beerdonut/web/Timer.java";

    @TempDir
    Path folder;

    @Test
    void isRunByTheBar_whichStaysOpen() throws Exception {
        try (Terminal terminal = new Terminal(folder)) {
            assertThat(terminal.run("start").exitCode()).isZero();
            terminal.up();

            Terminal.Result notYet = terminal.run("check", "02", "--timings");
            assertThat(notYet.exitCode()).as(notYet.text()).isEqualTo(1);
            assertThat(notYet.text()).contains("Step 02: checking your workspace.", "workshop hint 02", " in all");
            terminal.await("A check of step 02 has run", 0);

            assertThat(terminal.run("solution", "02").exitCode()).isZero();
            terminal.await("Restarted beer-donut-app", 0);
            Terminal.Result done = terminal.run("check", "02");
            assertThat(done.exitCode()).as(done.text()).isZero();
            assertThat(done.text()).contains("is no slower than before", "Step 02 is done.", "is kept as commit");

            int said = terminal.linesOfUp();
            terminal.save(TIMER, "class Timer", "clas Timer");
            terminal.await("What ran before still runs", said);
            Terminal.Result broken = terminal.run("check", "02");
            assertThat(broken.exitCode()).as(broken.text()).isEqualTo(1);
            assertThat(broken.text()).contains("does not compile yet", "Timer.java");
            assertThat(terminal.bar().isAlive()).isTrue();
        }
    }
}
