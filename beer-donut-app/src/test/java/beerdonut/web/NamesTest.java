package beerdonut.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final List<String> BEERS = List.of("ipa", "kölsch", "stout", "märzen");

    @ParameterizedTest
    @CsvSource({"ipaa, ipa", "IPA, ipa", "kolsch, kölsch", "Marzen, märzen", "sout, stout"})
    void suggestTheOneThatIsSpelledMostAlike(String given, String nearest) {
        assertThat(Names.unknown("beer", given, BEERS))
                .hasMessage("no beer named '%s'; did you mean '%s'?".formatted(given, nearest));
    }

    @ParameterizedTest
    @CsvSource({"wasabi, donut", "<script>, beer", "guinness, beer"})
    void suggestNone_whenNoneIsNear(String given, String kind) {
        List<String> menu = List.of("açaí-banana", "jelly", "ipa", "tripel", "dunkel");

        assertThat(Names.unknown(kind, given, menu))
                .hasMessage("no %s named '%s'; /%ss lists all that there are".formatted(kind, given, kind));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void mustBeGiven(String given) {
        assertThatThrownBy(() -> Names.checked(given, "/pair/beer?name=ipa"))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessage("a name is missing; ask as in /pair/beer?name=ipa");
    }

    @Test
    void mayHaveAHundredCharactersAndNoMore() {
        assertThat(Names.checked("x".repeat(100), "")).hasSize(100);
        assertThatThrownBy(() -> Names.checked("x".repeat(101), ""))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessage("a name has at most 100 characters, this one has 101");
    }
}
