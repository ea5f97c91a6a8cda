package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from donut | SELECT",
                "INSERT INTO rating VALUES (1) | INSERT",
                "((select 1) union (select 2)) | SELECT",
                "/* a */ /* b */ update donut set id = 1 | UPDATE",
                "with t as (select 1) select * from t | WITH",
            })
    void isTheVerbOfAStatement(String statement, String kind) {
        assertThat(WorkKind.of(named("x").statement(statement).span())).isEqualTo(kind);
    }

    @Test
    void saysThatItIsRedis_becauseHttpHasAGetToo() {
        var span = named("GET").client().attribute("db.system", "redis").attribute("db.statement", "GET score:ipa");

        assertThat(WorkKind.of(span.span())).isEqualTo("Redis GET");
    }

    @Test
    void isTheOperationThatWasNamed_whenThereIsNoStatement() {
        var span = named("x").client().attribute("db.system.name", "h2").attribute("db.operation.name", "commit");

        assertThat(WorkKind.of(span.span())).isEqualTo("COMMIT");
    }

    @Test
    void isTheSpansKindAndName_whenItCallsNoDatabase() {
        assertThat(WorkKind.of(named("GET /match").server().span())).isEqualTo("SERVER GET /match");
        assertThat(WorkKind.of(named("").client().span())).isEqualTo("CLIENT (no name)");
        assertThat(WorkKind.of(named("x").statement("/* nothing else").span())).isEqualTo("CLIENT x");
    }
}
