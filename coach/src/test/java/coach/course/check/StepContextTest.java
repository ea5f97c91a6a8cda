package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.ServiceProgram;
import coach.course.latency.Claim;
import java.io.IOException;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import traces.terminal.Screen;
import traces.terminal.TerminalText;
import traces.waterfall.SampleTraces;

class StepContextTest {

    private FakeTestBar before;
    private FakeTestBar after;
    private StepContext context;

    @BeforeEach
    void open() throws IOException {
        before = new FakeTestBar();
        after = new FakeTestBar();
        context = new StepContext(2, false, after, () -> before, new TreeMap<>(), StepContext.Care.CHECK);
    }

    @AfterEach
    void close() {
        before.close();
        after.close();
    }

    @Test
    void notesTheFigures_whenAClaimIsProven() {
        context.prove(Claim.atMost(1_000), "/beers", SampleSize.SLOW);

        assertThat(context.outcomes()).hasSize(1);
        assertThat(context.takeNotes()).singleElement().asString().endsWith("claimed at most 1000: proven");
        assertThat(context.takeNotes()).isEmpty();
    }

    @Test
    void drawsATrace_thatFitsBesideTheIndentOfANote() {
        context.showOn(Screen.plain(80));

        context.show(SampleTraces.pair());

        assertThat(context.takeNotes()
                        .get(0)
                        .lines()
                        .mapToInt(TerminalText::width)
                        .max())
                .hasValue(80 - CheckReport.NOTE_INDENT.length());
    }

    @Test
    void fails_whenAClaimIsRefuted() {
        assertThatThrownBy(() -> context.prove(Claim.atMost(0.001), "/beers", SampleSize.SLOW))
                .isInstanceOf(AssertionError.class)
                .isNotInstanceOf(InconclusiveMeasurement.class)
                .hasMessageEndingWith("claimed at most 0.001: refuted");
    }

    @Test
    void fails_whenAMeasuredAnswerIsWrong() {
        assertThatThrownBy(() -> context.prove(Claim.noSlower(), "/broken", SampleSize.SLOW))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("A request that was measured failed:")
                .hasMessageContaining("answered GET /broken with 500");
    }

    @Test
    void restartsTheServiceThatIsMeasured_inBothBars() {
        RepeatedRequest beforeSide = new RepeatedRequest("before", before.app(), "/beers");
        RepeatedRequest afterSide = new RepeatedRequest("after", after.app(), "/beers");

        new JvmRestarter(after, () -> before, beforeSide, afterSide).startAfresh();

        assertThat(before.restarted).containsExactly(ServiceProgram.APP);
        assertThat(after.restarted).containsExactly(ServiceProgram.APP);
    }

    @Test
    void opensNoBarOfTheStateBefore_whenBothRequestsAreOfTheSameBar() {
        RepeatedRequest beer = new RepeatedRequest("a beer", after.app(), "/beers");
        RepeatedRequest pair = new RepeatedRequest("a pair", after.app(), "/pair");

        new JvmRestarter(
                        after,
                        () -> {
                            throw new AssertionError("not needed");
                        },
                        beer,
                        pair)
                .startAfresh();

        assertThat(after.restarted).containsExactly(ServiceProgram.APP);
    }
}
