package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.shipped.Client.Reply;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked wrongly is answered with problem details that say what would be right. */
class ProblemsIT {

    private static final String HUNDRED_AND_ONE =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    @RegisterExtension
    static final OpenBar bar = OpenBar.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /beer/ipaa              | 404 | no beer named 'ipaa'; did you mean 'ipa'?
            /beer/kolsch            | 404 | no beer named 'kolsch'; did you mean 'kölsch'?
            /beer/%3Cscript%3E      | 404 | no beer named '<script>'; did you mean
            /donut/maple            | 404 | no donut named 'maple'; did you mean 'maple-bacon'?
            /pair/beer?name=stoutt  | 404 | no beer named 'stoutt'; did you mean 'stout'?
            /pair/beer              | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?name=        | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?name=%20     | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?nam=ipa      | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair                   | 404 | no page at '/pair'; did you mean
            /bears                  | 404 | no page at '/bears'; did you mean '/beers'?
            """)
    void areExplainedByTheApp(String path, int status, String detail) {
        isProblem(bar.app().get(path), status, detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /match?beer=stoutt      | 404 | no beer named 'stoutt'; did you mean 'stout'?
            /match                  | 400 | a name is missing; ask as in /match?beer=ipa
            /match?beer=            | 400 | a name is missing; ask as in /match?beer=ipa
            /mach                   | 404 | no page at '/mach'; did you mean '/match?beer=ipa'?
            """)
    void areExplainedByTheScoreService(String path, int status, String detail) {
        isProblem(bar.scores().get(path), status, detail);
    }

    @ParameterizedTest
    @CsvSource({"/beer/", "/donut/", "/pair/beer?name="})
    void sayThatANameIsTooLong(String path) {
        isProblem(bar.app().get(path + HUNDRED_AND_ONE), 400, "a name has at most 100 characters, this one has 101");
    }

    @ParameterizedTest
    @CsvSource({"POST, /beers", "PUT, /beer/ipa", "DELETE, /donut/maple-bacon", "PATCH, /pair/beer"})
    void sayWhichMethodIsRight(String method, String path) {
        Reply reply = bar.app().send(method, path);

        isProblem(reply, 405, "%s is not for %s; use GET".formatted(method, path));
        assertThat(reply.header("Allow")).isEqualTo("GET, HEAD");
    }

    static void isProblem(Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(MenuIT.fields(reply.json())).containsExactly("type", "title", "status", "detail");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asText()).startsWith(detail);
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
