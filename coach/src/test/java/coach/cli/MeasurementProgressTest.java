package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MeasurementProgressTest {

    private static final int ROUNDS = 120;

    private final StringWriter out = new StringWriter();
    private long nanos;

    @Test
    void saysEarlyHowLongItWillTake() {
        run(false, 3, 500);

        assertThat(text()).isEqualTo("That will take about 59 s.\n");
    }

    @Test
    void saysWhatTakesLess_whenItIsLong() {
        run(false, 3, 7_000);

        assertThat(text()).isEqualTo("That will take about 819 s. Fewer requests take less: --requests 20\n");
    }

    @Test
    void staysSilent_whenItIsShort() {
        run(false, ROUNDS, 20);

        assertThat(text()).isEmpty();
    }

    @Test
    void saysNoMore_whereALineCannotBeWrittenOver() {
        run(false, ROUNDS, 500);

        assertThat(text()).isEqualTo("That will take about 59 s.\n");
    }

    @Test
    void saysHowFarItIs_onATerminal_eachSecond() {
        run(true, 5, 500);

        assertThat(text())
                .contains("3 of 120 rounds")
                .endsWith("5 of 120 rounds")
                .doesNotContain("4 of 120");
    }

    @Test
    void leavesTheLineEmpty_atItsEnd() {
        run(true, ROUNDS, 500);

        assertThat(text()).endsWith("\r" + " ".repeat("119 of 120 rounds".length()) + "\r");
    }

    private void run(boolean terminal, int done, long millisEach) {
        MeasurementProgress progress = new MeasurementProgress(new PrintWriter(out), ROUNDS, terminal, () -> nanos);
        for (int round = 1; round <= done; round++) {
            nanos += millisEach * 1_000_000;
            progress.accept(round);
        }
    }

    private String text() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
