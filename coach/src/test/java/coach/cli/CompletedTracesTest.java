package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.TraceSummary;
import traces.store.ListedTrace;

class CompletedTracesTest {

    private final CompletedTraces completions = new CompletedTraces(List.of(trace("old", true, 10)));

    @ParameterizedTest
    @CsvSource({"true, 999, false", "true, 1000, true", "false, 4999, false", "false, 5000, true"})
    void waitsUntilATraceIsQuiet_andLongerWhereSomethingIsMissing(boolean whole, long quiet, boolean complete) {
        List<ListedTrace> found = completions.among(List.of(trace("new", whole, quiet)));

        assertThat(found).hasSize(complete ? 1 : 0);
    }

    @Test
    void leavesOutWhatWasThereBefore() {
        assertThat(completions.among(List.of(trace("old", true, 2_000)))).isEmpty();
    }

    @Test
    void givesEachOnce_oldestFirst() {
        ListedTrace first = trace("first", true, 2_000);
        ListedTrace second = trace("second", true, 1_500);

        List<ListedTrace> found = completions.among(List.of(second, first));

        assertThat(found).containsExactly(first, second);
        assertThat(completions.among(List.of(second, first))).isEmpty();
    }

    private static ListedTrace trace(String id, boolean whole, long quiet) {
        return new ListedTrace(new TraceSummary(id, 0, "app", "GET", 0, 1, 0, List.of("app"), "GET", whole), quiet);
    }
}
