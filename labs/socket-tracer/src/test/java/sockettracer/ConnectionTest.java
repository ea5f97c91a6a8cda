package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final byte[] QUESTION = Sample.utf8("what is there?");
    private static final byte[] ANSWER = Sample.utf8("a donut");

    private final Connection connection = new Connection("bar:80", false);

    private static List<Exchange> callsOf(Section section) {
        section.close();
        return Recording.of(section).calls();
    }

    @Test
    void beginsAnExchangeWithTheFirstWriteAfterAnAnswer() {
        Section section = Tracer.section("test");

        Sample.exchange(connection, QUESTION, ANSWER);
        Sample.exchange(connection, QUESTION, ANSWER);

        assertThat(callsOf(section)).hasSize(2).allSatisfy(call -> {
            assertThat(call.request().count()).isEqualTo(QUESTION.length);
            assertThat(call.answer().count()).isEqualTo(ANSWER.length);
        });
    }

    @Test
    void isOneExchange_whenQuestionAndAnswerComeInPieces() {
        Section section = Tracer.section("test");

        Sample.ask(connection, QUESTION);
        Sample.ask(connection, QUESTION);
        Sample.answer(connection, ANSWER);
        Sample.answer(connection, ANSWER);

        assertThat(callsOf(section)).singleElement().satisfies(call -> {
            assertThat(call.request().count()).isEqualTo(2L * QUESTION.length);
            assertThat(call.answer().count()).isEqualTo(2L * ANSWER.length);
        });
    }

    @Test
    void beginsAnother_whenTheOneBeforeWasLeftUnansweredInAnotherSection() {
        Section first = Tracer.section("first");
        Sample.ask(connection, QUESTION);
        first.close();
        Section second = Tracer.section("second");

        Sample.exchange(connection, QUESTION, ANSWER);

        assertThat(callsOf(second)).hasSize(1);
        assertThat(Recording.of(first).calls()).hasSize(1);
    }

    @Test
    void notesNoAnswer_whenItsQuestionWasAskedOutside() {
        Section section = Tracer.section("test");

        Sample.answer(connection, ANSWER);

        assertThat(callsOf(section)).isEmpty();
    }

    @Test
    void notesAGreeting_whenTheServerSpeaksFirst() {
        Section section = Tracer.section("test");

        Sample.answer(new Connection("mail:25", false), ANSWER);

        assertThat(callsOf(section))
                .singleElement()
                .satisfies(call -> assertThat(call.answer().count()).isEqualTo(ANSWER.length));
    }

    /** The answer may be read by another thread before the write has returned. */
    @Test
    void keepsTheAnswer_whenItComesBeforeTheWriteIsBack() {
        Section section = Tracer.section("test");
        Bytes question = Sample.bytes(QUESTION);
        Exchange asked = connection.asks(question);

        Sample.answer(connection, ANSWER);
        asked.request().add(question.first(null));
        Sample.exchange(connection, QUESTION, ANSWER);

        assertThat(callsOf(section)).hasSize(2);
    }

    @Test
    void belongsToAllSectionsAround() {
        Section outer = Tracer.section("outer");
        Section inner = Tracer.section("inner");

        Sample.exchange(connection, QUESTION, ANSWER);

        assertThat(callsOf(inner)).hasSize(1);
        assertThat(callsOf(outer)).hasSize(1);
        assertThat(Recording.of(outer).innermostCalls()).isEmpty();
    }

    @Test
    void isNotSure_whenAConnectionMixesCalls() {
        Section section = Tracer.section("test");

        Sample.exchange(connection, Sample.utf8("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), ANSWER);

        assertThat(callsOf(section))
                .singleElement()
                .satisfies(call -> assertThat(call.attribution().certainty()).isEqualTo(Attribution.Certainty.BY_TIME));
    }
}
