package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Trace;
import zipkin2.DependencyLink;

class ZipkinJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The second was found by chance, with {@link OddSpans}. */
    @ParameterizedTest
    @ValueSource(strings = {"ipa", "é\u2028", "\u202e\"\\\n\u0000\u2028", "\ud83c\udf7a\u2029", "\u0000"})
    void canBeRead_whateverIsInIt(String name) throws Exception {
        Trace trace =
                SampleSpan.trace(SampleSpan.named(name), SampleSpan.named("get").id(2));

        JsonNode read = JSON.readTree(ZipkinJson.of(ZipkinSpans.of(trace)));

        assertThat(read.findValuesAsText("name")).containsExactly(name, "get");
    }

    @Test
    void canBeRead_whateverServicesAreCalled() throws Exception {
        DependencyLink link = DependencyLink.newBuilder()
                .parent("é\u2028")
                .child("menu")
                .callCount(1)
                .build();

        JsonNode read = JSON.readTree(ZipkinJson.ofLinks(List.of(link)));

        assertThat(read.findValuesAsText("parent")).containsExactly("é\u2028");
    }
}
