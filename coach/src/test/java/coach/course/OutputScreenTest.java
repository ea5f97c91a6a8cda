package coach.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputScreenTest {

    @Test
    void breaksALongLineAtItsSpaces_andIndentsWhatFollows() {
        assertThat(OutputScreen.wrapped("  the database counted eighty statements", 24))
                .containsExactly("  the database counted", "    eighty statements");
    }

    @Test
    void leavesALineAsItIs_thatFits() {
        assertThat(OutputScreen.wrapped("  a   table   row", 20)).containsExactly("  a   table   row");
    }

    @Test
    void leavesAnAddressWhole() {
        assertThat(OutputScreen.wrapped("see http://localhost:9411/zipkin", 12))
                .containsExactly("see", "  http://localhost:9411/zipkin");
    }

    @Test
    void keepsTheLinesOfAText() {
        assertThat(OutputScreen.fitted("one two three\n\nNext: four", 10).lines())
                .containsExactly("one two", "  three", "", "Next: four");
    }
}
