package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import traces.comparison.SampleComparison;
import traces.comparison.TraceComparison;
import traces.terminal.Screen;

class ResultCardTest {

    private static final ResultCard CARD = new ResultCard(
            "Step 07 Eager loading",
            new StateComparison(
                    List.of(
                            "GET /pair/beer?name=ipa, in turn:",
                            "  p50 state-06 462 ms, workspace 24 ms; ratio 0.052 (0.049 to 0.056)",
                            "",
                            "  state-06: 162 database statements",
                            "  workspace: 1 database statements"),
                    TraceComparison.of(SampleComparison.pair(), SampleComparison.beer())),
            "commit 1636427bd0aa, files changed: 2");

    @Test
    void saysWhatChangedByHowMuchWhereAndWithWhichCode() {
        List<String> lines = CARD.lines(Screen.plain(80));

        assertThat(lines)
                .startsWith(
                        "Step 07 Eager loading",
                        "",
                        "GET /pair/beer?name=ipa, in turn:",
                        "  p50 state-06 462 ms, workspace 24 ms; ratio 0.052 (0.049 to 0.056)")
                .contains("  state-06: 162 database statements", "  workspace: 1 database statements")
                .endsWith("Workspace: commit 1636427bd0aa, files changed: 2");
        assertThat(String.join("\n", lines))
                .contains("162 SELECT became 1")
                .containsPattern("\nMachine: \\d+ processors, .+, Java \\d+");
    }

    @Test
    void namesNoOwnerOfTheMachine() {
        assertThat(String.join("\n", CARD.lines(Screen.plain(80))))
                .doesNotContain(System.getProperty("user.home"), System.getProperty("user.dir"));
    }
}
