package coach.draw;

import coach.trace.SampleSpan;
import coach.trace.TraceTree;
import java.util.ArrayList;
import java.util.List;

/** Traces as the javaagent sends them of this workshop's services, their times made even. */
final class SampleTraces {

    private SampleTraces() {}

    /**
     * <pre>
     *   GET /pair/beer
     *   ├─ SELECT beerdonut.menu.Beer
     *   │  └─ SELECT mem:bar.Beer
     *   ├─ SELECT beerdonut.pairing.Tasting
     *   │  └─ SELECT mem:bar.Tasting
     *   ├─ SELECT mem:bar.Donut
     *   ├─ SELECT mem:bar.donut_flavour
     *   ├─ SELECT mem:bar.Donut
     *   └─ and so on, 80 of each
     * </pre>
     */
    static TraceTree pair() {
        List<SampleSpan> spans = new ArrayList<>(List.of(
                SampleSpan.named("GET /pair/beer").id(1).server().at(0, 462),
                SampleSpan.named("SELECT beerdonut.menu.Beer").id(2).under(1).at(4.1, 9.3),
                SampleSpan.named("SELECT mem:bar.Beer")
                        .id(3)
                        .under(2)
                        .at(4.8, 7.5)
                        .statement("select b.id, b.name from Beer b where b.name = 'ipa'"),
                SampleSpan.named("SELECT beerdonut.pairing.Tasting")
                        .id(4)
                        .under(1)
                        .at(10, 31.2),
                SampleSpan.named("SELECT mem:bar.Tasting")
                        .id(5)
                        .under(4)
                        .at(11.4, 20.9)
                        .statement("select t.beer, t.donut, t.stars from Tasting t where t.beer = ?")));
        for (int i = 0; i < 80; i++) {
            double start = 32 + 5.2 * i;
            spans.add(SampleSpan.named("SELECT mem:bar.Donut")
                    .id(100 + i)
                    .under(1)
                    .at(start, start + 2.4)
                    .statement("select d.id, d.name from Donut d where d.id = " + i));
            spans.add(SampleSpan.named("SELECT mem:bar.donut_flavour")
                    .id(200 + i)
                    .under(1)
                    .at(start + 2.5, start + 5.1)
                    .statement("select f.flavour from donut_flavour f where f.donut_id = " + i));
        }
        return SampleSpan.tree(spans.toArray(SampleSpan[]::new));
    }

    /**
     * <pre>
     *   GET /beer/{name}
     *   └─ GET
     *      └─ score-service GET /match   its clock 3 s behind
     *         ├─ GET, 81 times, in parallel by fours
     *         └─ GET                     failed
     * </pre>
     */
    static TraceTree match() {
        List<SampleSpan> spans = new ArrayList<>(List.of(
                SampleSpan.named("GET /beer/{name}").id(1).server().at(0, 120),
                SampleSpan.named("GET").id(2).under(1).client().at(10, 115),
                SampleSpan.named("GET /match")
                        .of("score-service")
                        .id(3)
                        .under(2)
                        .server()
                        .at(-2988, -2888)));
        for (int i = 0; i < 81; i++) {
            double start = -2986 + i;
            spans.add(SampleSpan.named("GET")
                    .of("score-service")
                    .id(100 + i)
                    .under(3)
                    .client()
                    .at(start, start + 3.7)
                    .attribute("db.system", "redis")
                    .attribute("db.statement", "GET score:pair:ipa:donut-" + i));
        }
        spans.add(SampleSpan.named("GET")
                .of("score-service")
                .id(99)
                .under(3)
                .client()
                .at(-2900, -2890)
                .attribute("db.system", "redis")
                .attribute("db.statement", "GET score:pair:ipa:maple-bacon")
                .attribute("error.type", "redis.clients.jedis.exceptions.JedisConnectionException")
                .failed());
        return SampleSpan.tree(spans.toArray(SampleSpan[]::new));
    }
}
