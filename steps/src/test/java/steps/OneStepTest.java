package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Runs {@code ./workshop check} from Maven: {@code mvn -pl steps -am test -Dstep=07} checks the workspace,
 * {@code -Dstate=07} the official state.
 */
@EnabledIf("isAskedFor")
class OneStepTest {

    private static final String STEP = System.getProperty("step");
    private static final String STATE = System.getProperty("state");

    private static final List<String> MEANINGS = List.of("passed", "not yet", "could not run", "inconclusive");

    static boolean isAskedFor() {
        return STEP != null || STATE != null;
    }

    @Test
    void passes() {
        System.setProperty("workshop.home", Proof.REPOSITORY.toString());
        List<String> args = new ArrayList<>(List.of("check", STEP == null ? STATE.substring(0, 2) : STEP));
        if (STATE != null) {
            args.addAll(List.of("--state", STATE));
        }
        PrintWriter out = new PrintWriter(System.out, true);

        int exitCode = Coach.run(out, out, args.toArray(String[]::new));

        assertThat(exitCode)
                .withFailMessage(
                        "%s ended with exit code %d (%s). What it says stands above.",
                        Workshop.command(String.join(" ", args)), exitCode, MEANINGS.get(exitCode))
                .isZero();
    }
}
