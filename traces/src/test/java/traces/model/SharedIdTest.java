package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two sides of a call have one id in traces that began as Zipkin's. */
class SharedIdTest {

    /**
     * <pre>
     *   GET /order                    gateway
     *   └─ POST             id 2      gateway
     *      ├─ connect                 gateway, beneath 2
     *      └─ POST /orders  id 2      orders
     *         └─ INSERT               orders, beneath 2
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({"SPAN_KIND_CLIENT, SPAN_KIND_SERVER", "SPAN_KIND_PRODUCER, SPAN_KIND_CONSUMER"})
    void hangsTheAnswerFromTheCall_inAnyOrder(SpanKind call, SpanKind answer) {
        List<SampleSpan> spans = List.of(
                named("GET /order").id(1).of("gateway").server().at(0, 100),
                named("POST").id(2).under(1).of("gateway").kind(call).at(5, 95),
                named("connect").id(3).under(2).of("gateway").at(6, 7),
                named("POST /orders").id(2).under(1).of("orders").kind(answer).at(10, 90),
                named("INSERT").id(4).under(2).of("orders").at(20, 30));

        for (List<SampleSpan> order : Trees.orders(spans)) {
            assertThat(Trees.text(SampleSpan.tree(order.toArray(SampleSpan[]::new))))
                    .isEqualTo("""
                            GET /order
                              POST
                                connect
                                POST /orders
                                  INSERT
                            """);
        }
    }

    @Test
    void putsTheClockOfTheAnswerRight() {
        TraceTree tree = SampleSpan.tree(
                named("POST").id(2).of("gateway").client().at(0, 90),
                named("POST /orders").id(2).of("orders").server().at(-60, 20));

        assertThat(tree.nodes()).extracting(TraceNode::shift).containsExactly(0L, 65_000_000L);
    }

    /** Each try of a call is answered under its id. */
    @Test
    void hangsEachOfSeveralAnswersFromTheCall() {
        TraceTree tree = SampleSpan.tree(
                named("POST").id(2).of("gateway").client().at(0, 90),
                named("first").id(2).of("orders").server().at(10, 20),
                named("second").id(2).of("orders").server().at(30, 40));

        assertThat(Trees.text(tree)).isEqualTo("POST\n  first\n  second\n");
    }

    /** An id that was drawn twice, of spans at other places of the tree. */
    @Test
    void leavesSpansAlone_whoseParentsDiffer() {
        TraceTree tree = SampleSpan.tree(
                named("GET /order").id(1).server().at(0, 100),
                named("POST").id(2).under(1).client().at(5, 95),
                named("POST /orders").id(2).under(9).of("orders").server().at(10, 90));

        assertThat(Trees.text(tree)).isEqualTo("GET /order\n  POST\n  (9)\n    POST /orders\n");
    }

    @Test
    @Timeout(30)
    void takesNoLonger_whenThousandsShareAnId() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            SampleSpan span =
                    named("s" + i).id(2).under(i % 3).of("service " + i % 100).at(i, i + 1);
            spans.add((i % 2 == 0 ? span.client() : span.server()).span());
        }

        assertThat(TraceTree.of(SampleSpan.trace(spans)).nodes()).hasSizeGreaterThanOrEqualTo(30_000);
    }
}
