package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.trace;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class RepeatedQueryTest {

    private static final String DONUT =
            "select d1_0.id,d1_0.dough,d1_0.name,d1_0.recipe,d1_0.richness,d1_0.sweetness from Donut d1_0 where d1_0.id=?";

    /**
     * <pre>
     *   GET /pair/beer
     *   ├─ SELECT Donut            80 of these, 2 ms each
     *   └─ SELECT donut_flavour    80 of these, 3 ms each, by turns
     * </pre>
     */
    @Test
    void namesEachQueryThatRepeats() {
        TraceTree tree = request(
                160,
                i -> i % 2 == 0
                        ? named("SELECT Donut").under(1).at(i * 3, i * 3 + 2).statement(DONUT)
                        : named("SELECT flavour")
                                .under(1)
                                .at(i * 3, i * 3 + 3)
                                .statement("select f from donut_flavour where d=?"));

        assertThat(sentences(tree))
                .containsExactly(
                        "80 × select … from donut d1_0 where d1_0.id=? under GET /pair/beer (beer-donut-app), one after another, "
                                + "160 ms in all. Look for a query inside a loop, or lazy loading: a join or an IN list fetches them all at once.",
                        "80 × select f from donut_flavour where d=? under GET /pair/beer (beer-donut-app), one after another, "
                                + "240 ms in all. Look for a query inside a loop, or lazy loading: a join or an IN list fetches them all at once.");
    }

    /** A filter of MongoDB's does not name its collection; the semantic conventions have had two names for it. */
    @ParameterizedTest
    @CsvSource({
        "db.collection.name, true, 0",
        "db.mongodb.collection, true, 0",
        "db.collection.name, false, 1",
        "db.something.else, true, 1"
    })
    void isNotThere_whenTheSameFilterIsForFiveCollections(String attribute, boolean different, int findings) {
        TraceTree tree = request(
                5,
                i -> named("find")
                        .under(1)
                        .client()
                        .attribute("db.system.name", "mongodb")
                        .attribute(attribute, different ? "beers" + i : "beers")
                        .attribute("db.query.text", "{\"_id\":\"?\"}"));

        assertThat(RepeatedQuery.in(tree)).hasSize(findings);
    }

    /** The same text for five databases, tables, hosts or ports is asked of each once. */
    @ParameterizedTest
    @CsvSource({
        "db.namespace", "db.name", "db.collection.name", "db.sql.table", "db.cassandra.table",
        "aws.dynamodb.table_names", "db.redis.database_index", "server.address", "server.port", "net.peer.name",
        "db.operation.name"
    })
    void isNotThere_whenTheTargetsDiffer(String attribute) {
        assertThat(RepeatedQuery.in(request(5, i -> targeted(attribute, "target" + i))))
                .isEmpty();
        assertThat(RepeatedQuery.in(request(5, i -> targeted(attribute, "target"))))
                .hasSize(1);
    }

    private static SampleSpan targeted(String attribute, String target) {
        SampleSpan span = named("find").under(1).client().attribute("db.system", "mongodb");
        if (attribute.equals("server.port")) {
            span.attribute("server.address", "db");
        }
        return span.attribute("db.statement", "{\"_id\":\"?\"}").attribute(attribute, target);
    }

    @Test
    void isNotThere_whenTheTablesDiffer_andNoStatementIsWritten() {
        TraceTree tree = request(
                5,
                i -> named("SELECT")
                        .under(1)
                        .client()
                        .attribute("db.system", "postgresql")
                        .attribute("db.collection.name", "table" + i));

        assertThat(RepeatedQuery.in(tree)).isEmpty();
    }

    /** Twelve reads over three servers: four of each, and no MGET can ask all of them. */
    @Test
    void isFoundForEachServer_whereThereAreSeveral() {
        TraceTree tree = request(
                12,
                i -> named("GET")
                        .under(1)
                        .client()
                        .at(i, i + 1)
                        .attribute("db.system", "redis")
                        .attribute("db.statement", "GET a")
                        .attribute("server.address", "redis-" + i % 3));

        assertThat(sentences(tree))
                .hasSize(3)
                .allSatisfy(sentence -> assertThat(sentence)
                        .endsWith(" Other servers get this query too: one request can only ask one of them."));
        assertThat(sentences(tree).get(1)).startsWith("4 × GET ? at redis-1 under ");
    }

    /** Each resolver's span has the index of its element in its name. */
    @ParameterizedTest
    @CsvSource({"graphql.resolve books.%s.author", "resolve books[%s]", "GET /items/%s", "load #%s", "row 1000%s"})
    void isFound_whenTheSpansAboveDifferInAnIndex(String name) {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named("POST /graphql").id(1).server()));
        for (int i = 0; i < 10; i++) {
            spans.add(named(name.formatted(i)).id(100 + i).under(1).at(i, i + 1));
            spans.add(named("SELECT").id(200 + i).under(100 + i).at(i, i + 1).statement(DONUT));
        }

        assertThat(sentences(tree(spans))).singleElement().asString().startsWith("10 × ");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "4, 1", "400, 1"})
    void isThere_fromFourOn(int queries, int findings) {
        TraceTree tree = request(queries, i -> named("SELECT Donut").under(1).statement(DONUT));

        assertThat(RepeatedQuery.in(tree)).hasSize(findings);
    }

    /**
     * <pre>
     *   GET /pair/beer
     *   ├─ SELECT beerdonut.menu.Donut     40 of these, INTERNAL, by Hibernate
     *   │  └─ SELECT Donut                 each with one of these, by JDBC
     * </pre>
     */
    @Test
    void isFoundOnce_whenEachQuerySitsInASpanOfItsOwn() {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named("GET /pair/beer").id(1).server()));
        for (int i = 0; i < 40; i++) {
            spans.add(named("SELECT beerdonut.menu.Donut").id(100 + i).under(1).at(i, i + 1));
            spans.add(named("SELECT Donut")
                    .id(200 + i)
                    .under(100 + i)
                    .at(i, i + 1)
                    .statement(DONUT));
        }

        List<String> sentences = sentences(tree(spans));

        assertThat(sentences)
                .singleElement()
                .asString()
                .startsWith("40 × select … from donut")
                .contains("under GET /pair/beer");
    }

    /**
     * <pre>
     *   GET /pair/beer
     *   └─ Pairings.best
     *      └─ Pairings.donut               40 of these
     *         └─ SELECT Donut, INTERNAL    with the statement, by a library
     *            └─ SELECT Donut           with the statement, by JDBC
     * </pre>
     */
    @Test
    void isFoundOnceUnderTheNearestSpan_whenTwoLibrariesSayTheStatement() {
        List<SampleSpan> spans = new ArrayList<>(List.of(
                named("GET /pair/beer").id(1).server(),
                named("Pairings.best").id(2).under(1)));
        for (int i = 0; i < 40; i++) {
            spans.add(named("Pairings.donut").id(100 + i).under(2).at(i, i + 1));
            spans.add(named("SELECT Donut")
                    .id(200 + i)
                    .under(100 + i)
                    .at(i, i + 1)
                    .statement(DONUT)
                    .kind(SpanKind.SPAN_KIND_INTERNAL));
            spans.add(named("SELECT Donut")
                    .id(300 + i)
                    .under(200 + i)
                    .at(i, i + 1)
                    .statement(DONUT));
        }

        List<String> sentences = sentences(tree(spans));

        assertThat(sentences).singleElement().asString().startsWith("40 × ").contains("under Pairings.best (");
    }

    /** Four requests to the score service, with one query each: nothing repeats within any of them. */
    @Test
    void isNotFound_acrossRequests() {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named("GET /pair/beer").id(1).server()));
        for (int i = 0; i < 9; i++) {
            spans.add(
                    named("GET /match").id(100 + i).under(1).of("score-service").server());
            spans.add(
                    named("GET").id(200 + i).under(100 + i).of("score-service").statement("GET a"));
        }

        assertThat(sentences(tree(spans))).isEmpty();
    }

    @Test
    void showsAnExample_whenTheKeysDiffer() {
        TraceTree tree = request(
                12,
                i -> named("GET")
                        .under(1)
                        .at(i, i + 0.5)
                        .attribute("db.system", "redis")
                        .attribute("db.statement", "GET score:ipa:" + i)
                        .client());

        assertThat(sentences(tree))
                .containsExactly(
                        "12 × GET ?, such as GET score:ipa:0, under GET /pair/beer (beer-donut-app), one after another, "
                                + "6.0 ms in all. Look for a loop that reads one key at a time: MGET reads them all in one command.");
    }

    /**
     * <pre>
     *   0 ├──┤ 10
     *     0 ├──┤ 10     six of these at once
     * </pre>
     */
    @Test
    void countsTimeOnce_whenQueriesRunAtTheSameTime() {
        TraceTree tree =
                request(6, i -> named("SELECT Donut").under(1).at(0, 10).statement("select 1"));

        assertThat(sentences(tree).get(0)).contains("some at the same time, 10.0 ms in all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into beer values (1) | a batch",
                "update beer set a = 1       | a batch",
                "select 1 from beer          | IN list",
                "call brew(1)                | a pipeline",
                "select nextval('orders_seq')               | in blocks",
                "SELECT NEXT VALUE FOR orders_seq           | in blocks",
                "call next value for orders_seq             | in blocks",
                "select orders_seq.nextval from dual        | in blocks",
                "select next_val as id from hibernate_sequence for update | in blocks",
                "select * from nextvalues                   | IN list",
                "SELECT 1                                   | a pool tests its connection",
            })
    void saysWhereToLook(String statement, String where) {
        TraceTree tree = request(5, i -> named("x").under(1).statement(statement));

        assertThat(sentences(tree).get(0)).contains(where);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cassandra     | select * from t where id = 1    | an IN list within one partition",
                "cassandra     | insert into t (id) values (1)   | a batch",
                "mongodb       | {\"find\": \"beer\"}        | $in",
                "mongodb       | {\"insert\": \"beer\"}      | bulkWrite",
                "elasticsearch | {\"query\": {}}               | _msearch",
                "dynamodb      | GetItem                         | BatchGetItem",
            })
    void saysWhatTheDatabaseCanDo(String database, String statement, String where) {
        TraceTree tree = request(
                5,
                i -> named("x")
                        .under(1)
                        .client()
                        .attribute("db.system.name", database)
                        .attribute("db.query.text", statement));

        assertThat(sentences(tree).get(0)).contains(where).doesNotContain("join");
    }

    @Test
    void isFoundByName_whenStatementsAreNotWritten() {
        TraceTree tree = request(5, i -> named("HGETALL").under(1).client().attribute("db.system.name", "redis"));

        assertThat(sentences(tree).get(0)).startsWith("5 × HGETALL under");
    }

    @Test
    void isAboutTheQueries() {
        TraceTree tree = request(5, i -> named("SELECT Donut").under(1).statement(DONUT));

        assertThat(RepeatedQuery.in(tree).get(0).nodes()).isEqualTo(tree.root().children());
    }

    @Test
    void isFound_whenTheirParentHasNotArrived() {
        SampleSpan[] orphans = IntStream.range(0, 5)
                .mapToObj(i -> named("SELECT Donut").id(10 + i).under(1).statement(DONUT))
                .toArray(SampleSpan[]::new);

        assertThat(sentences(SampleSpan.tree(orphans)).get(0)).contains("under a span that has not arrived, ");
    }

    private static List<String> sentences(TraceTree tree) {
        return RepeatedQuery.in(tree).stream().map(Finding::sentence).toList();
    }

    /** GET /pair/beer, which is span 1, and these. */
    private static TraceTree request(int queries, IntFunction<SampleSpan> query) {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named("GET /pair/beer").id(1).server()));
        IntStream.range(0, queries).forEach(i -> spans.add(query.apply(i).id(10 + i)));
        return tree(spans);
    }

    private static TraceTree tree(List<SampleSpan> spans) {
        return TraceTree.of(trace(spans.toArray(SampleSpan[]::new)));
    }
}
