package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanNameTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            GET /items/1000                                       | GET /items/…
            GET /items/7/parts/12                                 | GET /items/…/parts/…
            GET /items?id=7&page=2                                | GET /items?id=…&page=…
            GET http://shop:8080/items/7                          | GET http://shop:…/items/…
            graphql.resolve books.0.author                        | graphql.resolve books.….author
            resolve books[3].author                               | resolve books[…].author
            worker-17 task_4                                      | worker-… task_…
            job #3                                                | job #…
            process order 48213                                   | process order …
            48213                                                 | …
            GET /users/5b6962dd-3f90-4c93-8f61-eabfa4a80000/cart  | GET /users/…/cart
            blob 9f86d081884c7d65                                 | blob …
            commit b2da9f6                                        | commit …
            GET /pets/507f1f77bcf86cd799439011                    | GET /pets/…
            GET /o/01ARZ3NDEKTSV4RRFFQ69G5FAV                     | GET /o/…
            consume user:42                                       | consume user:…
            """)
    void leavesIdsIndicesAndHashesOut(String name, String template) {
        assertThat(SpanNameTemplate.of(name)).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /pair/beer",
                "GET /v1/items/{id}",
                "GET /items/{id}",
                "Phase 2",
                "Top 10",
                "oauth2.token",
                "k8s.Pod/i18n",
                "SELECT donut2",
                "facade.decade.deadbeef",
                "Log4j2ConfigurationSource.load",
                "OAuth2AuthenticationProvider",
                "Grüße aus 5 Köln",
            })
    void leavesNamesAlone(String name) {
        assertThat(SpanNameTemplate.of(name)).isEqualTo(name);
    }

    @Test
    void keepsAName_whereAllShareIt() {
        assertThat(SpanNameTemplate.ofAll(List.of("GET /items/7", "GET /items/7")))
                .isEqualTo("GET /items/7");
        assertThat(SpanNameTemplate.ofAll(List.of("GET /items/7", "GET /items/8")))
                .isEqualTo("GET /items/…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "/1", "a1", "f0", "-", "5b6962dd-", ".0", "[", "9f86d08 "})
    @Timeout(30)
    void takesAMegabyteOfAnything(String piece) {
        String name = piece.repeat(1_000_000 / piece.length());

        assertThat(SpanNameTemplate.of(name)).hasSizeLessThanOrEqualTo(name.length());
        assertThat(SpanNameTemplate.of(name.substring(0, 999))).hasSizeLessThanOrEqualTo(999);
    }
}
