package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    /** As protobuf's unsigned 64-bit numbers arrive in Java: half of them negative. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # start,               end,                 starts at,           lasts
            1000,                 3500,                 1000,                2500
            0,                    0,                    0,                   0
            0,                    9223372036854775807,  0,                   9223372036854775807
            0,                    -1,                   0,                   9223372036854775807
            -9223372036854775808, -1,                   9223372036854775807, 0
            1000,                 -9223372036854775808, 1000,                9223372036854774807
            3500,                 1000,                 3500,                0
            -1,                   0,                    9223372036854775807, 0
            """)
    void keepsWithinWhatALongCanSay(long start, long end, long startsAt, long lasts) {
        Span span = SampleSpan.named("GET /beers").atNanos(start, end).span();

        assertThat(span).returns(startsAt, Span::start).returns(lasts, Span::duration);
    }

    @ParameterizedTest
    @CsvSource({"10, 20, false", "10, 10, false", "20, 10, true", "0, -1, false", "-1, 0, true", "-2, -1, false"})
    void knowsWhetherItEndsBeforeItStarts(long start, long end, boolean nonsense) {
        Span span = SampleSpan.named("GET /beers").atNanos(start, end).span();

        assertThat(span.endsBeforeItStarts()).isEqualTo(nonsense);
    }

    @Test
    void saysItsIdsInLowerCaseHex() {
        Span span = SampleSpan.named("GET /beers")
                .trace(0xABCDEF)
                .id(0xBEE7)
                .under(0xD0)
                .span();

        assertThat(span.traceId() + " " + span.id() + " " + span.parentId().orElseThrow())
                .isEqualTo("00000000000000000000000000abcdef 000000000000bee7 00000000000000d0");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"'', -", "00, -", "0000000000000000, -", "0000000000000001, 0000000000000001"})
    void hasNoParent_whenItsParentsIdIsZeroOrMissing(String parentId, String parent) {
        var bytes = ByteString.copyFrom(java.util.HexFormat.of().parseHex(parentId));
        Span sample = SampleSpan.named("GET /beers").span();

        Span span = new Span(sample.proto().toBuilder().setParentSpanId(bytes).build(), sample.origin());

        assertThat(span.parentId().orElse(null)).isEqualTo(parent);
    }

    @Test
    void prefersTheNewerNameOfAnAttribute() {
        Span span = SampleSpan.named("SELECT donut")
                .attribute("db.statement", "select 1")
                .attribute("db.query.text", "select 2")
                .span();

        assertThat(span.statement()).contains("select 2");
    }

    @Test
    void hasNoStatement_whenItIsBlank() {
        Span span = SampleSpan.named("SELECT donut").statement(" ").span();

        assertThat(span.statement()).isEmpty();
    }

    @Test
    void isOfAnUnknownService_whenItsProgramHasNoName() {
        Span span = SampleSpan.named("GET /beers").of(" ").span();

        assertThat(span.service()).isEqualTo("unknown_service");
    }
}
