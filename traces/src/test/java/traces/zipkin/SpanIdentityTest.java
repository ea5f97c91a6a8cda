package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import traces.model.SampleSpan;
import traces.model.Trace;

class SpanIdentityTest {

    private static final int SPANS = 10_000;

    /** Large traces whose spans differ in one thing only, each of another kind. */
    static Stream<Named<IntFunction<SampleSpan>>> spans() {
        return Stream.of(
                Named.of("ids", i -> span().id(i)),
                Named.of("parents", i -> span().under(i)),
                Named.of("names", i -> SampleSpan.named("call " + i)),
                Named.of("services", i -> span().of("service " + i)),
                Named.of("starts", i -> span().at(i, i + 1)),
                Named.of("durations", i -> span().at(0, i)),
                Named.of("tags", i -> span().attribute("key", "value " + i)),
                Named.of("peers", i -> span().client().attribute("server.address", "host" + i)),
                Named.of(
                        "events", i -> span().saying(it -> it.addEventsBuilder().setName("event " + i))));
    }

    /** A set compares the spans of one hash with each other: with one hash for all, that is 50 million comparisons. */
    @ParameterizedTest
    @MethodSource("spans")
    void hasAlmostAsManyHashesAsSpans_whateverTheyDifferIn(IntFunction<SampleSpan> span) {
        long hashes = IntStream.rangeClosed(1, SPANS)
                .mapToObj(i -> ZipkinSpans.of(span.apply(i).span()))
                .mapToInt(zipkin -> new SpanIdentity(zipkin).hashCode())
                .distinct()
                .count();

        assertThat(hashes).isGreaterThan(SPANS * 99 / 100);
    }

    @ParameterizedTest
    @MethodSource("spans")
    void keepsEachSpanOnce_whateverTheyDifferIn(IntFunction<SampleSpan> span) {
        List<traces.model.Span> each = IntStream.rangeClosed(1, SPANS)
                .mapToObj(i -> span.apply(i).span())
                .toList();
        Trace twice =
                SampleSpan.trace(Stream.concat(each.stream(), each.stream()).toList());

        assertThat(ZipkinSpans.of(twice)).hasSize(SPANS);
    }

    /** Links have no place in Zipkin's form. */
    @Test
    void isOne_whereOnlyWhatZipkinLeavesOutDiffers() {
        Trace trace = SampleSpan.trace(
                span(), span().saying(it -> it.addLinksBuilder().setTraceState("a=1")));

        assertThat(ZipkinSpans.of(trace)).hasSize(1);
    }

    private static SampleSpan span() {
        return SampleSpan.named("GET /beers");
    }
}
