package coach.compare;

import static coach.trace.SampleSpan.named;
import static coach.trace.SampleSpan.tree;

import coach.trace.SampleSpan;
import coach.trace.TraceTree;
import java.util.ArrayList;
import java.util.List;

/** The traces of the shipped app, as its agent tells them, with times that are easy to add. */
final class SampleComparison {

    static final String BEER = "select b1_0.id, b1_0.name from Beer b1_0 where b1_0.id=?";
    static final String TASTING = "select t1_0.id from Tasting t1_0 where t1_0.beer_id=?";
    static final String DONUT = "select d1_0.id, d1_0.name from Donut d1_0 where d1_0.id=?";
    static final String FLAVOUR = "select f1_0.donut_id from donut_flavour f1_0 where f1_0.donut_id=?";

    private SampleComparison() {}

    /**
     * <pre>
     *   SERVER GET /beer/{name}                       0–6 ms
     *   └─ INTERNAL SELECT beerdonut.menu.Beer        1–4 ms
     *      └─ CLIENT SELECT mem:bar.Beer              1–3.5 ms
     * </pre>
     */
    static TraceTree beer() {
        return tree(
                named("GET /beer/{name}").trace(2).id(1).server().at(0, 6),
                named("SELECT beerdonut.menu.Beer").trace(2).id(2).under(1).at(1, 4),
                named("SELECT mem:bar.Beer")
                        .trace(2)
                        .id(3)
                        .under(2)
                        .statement(BEER)
                        .at(1, 3.5));
    }

    /**
     * <pre>
     *   SERVER GET /pair/beer                         0–462 ms
     *   ├─ INTERNAL SELECT beerdonut.menu.Beer        1–4 ms
     *   │  └─ CLIENT SELECT mem:bar.Beer              1–3.5 ms
     *   ├─ INTERNAL SELECT beerdonut.pairing.Tasting  5–8 ms
     *   │  └─ CLIENT SELECT mem:bar.Tasting           5–7.5 ms
     *   ├─ CLIENT SELECT mem:bar.Donut                10–12.5 ms, and so on: 80 of each in turn, every 5.5 ms
     *   └─ CLIENT SELECT mem:bar.donut_flavour        12.5–15 ms
     * </pre>
     */
    static TraceTree pair() {
        return pair(1, 80);
    }

    /** The same in that trace, with as many donuts. */
    static TraceTree pair(long trace, int donuts) {
        List<SampleSpan> spans = new ArrayList<>(List.of(
                named("GET /pair/beer").trace(trace).id(1).server().at(0, 22 + 5.5 * donuts),
                named("SELECT beerdonut.menu.Beer").trace(trace).id(2).under(1).at(1, 4),
                named("SELECT mem:bar.Beer")
                        .trace(trace)
                        .id(3)
                        .under(2)
                        .statement(BEER)
                        .at(1, 3.5),
                named("SELECT beerdonut.pairing.Tasting")
                        .trace(trace)
                        .id(4)
                        .under(1)
                        .at(5, 8),
                named("SELECT mem:bar.Tasting")
                        .trace(trace)
                        .id(5)
                        .under(4)
                        .statement(TASTING)
                        .at(5, 7.5)));
        for (int i = 0; i < donuts; i++) {
            double at = 10 + 5.5 * i;
            spans.add(named("SELECT mem:bar.Donut")
                    .trace(trace)
                    .id(100 + i)
                    .under(1)
                    .statement(DONUT)
                    .at(at, at + 2.5));
            spans.add(named("SELECT mem:bar.donut_flavour")
                    .trace(trace)
                    .id(1000 + i)
                    .under(1)
                    .statement(FLAVOUR)
                    .at(at + 2.5, at + 5));
        }
        return tree(spans.toArray(SampleSpan[]::new));
    }
}
