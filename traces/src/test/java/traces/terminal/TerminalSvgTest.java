package traces.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import traces.comparison.ComparisonText;
import traces.comparison.SampleComparison;
import traces.comparison.TraceComparison;
import traces.model.SampleSpan;
import traces.waterfall.SampleTraces;
import traces.waterfall.Waterfall;

class TerminalSvgTest {

    private static final Screen SCREEN = Screen.plain(80).coloured();

    static Stream<List<String>> screens() {
        return Stream.of(
                new Waterfall(SampleTraces.pair(), false).lines(SCREEN, ZoneOffset.UTC),
                new Waterfall(SampleTraces.match(), true).lines(SCREEN, ZoneOffset.UTC),
                new ComparisonText(TraceComparison.of(SampleComparison.pair(), SampleComparison.beer()), SCREEN)
                        .text()
                        .lines()
                        .toList());
    }

    /** The same words in the same order, as text that can be selected. */
    @ParameterizedTest
    @MethodSource("screens")
    void saysWhatTheTerminalSays(List<String> lines) throws Exception {
        NodeList texts = parsed(TerminalSvg.of("", lines)).getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent());
        }

        assertThat(String.join(" ", words)).isEqualToNormalizingWhitespace(onlyWords(lines));
    }

    @Test
    void drawsABarAsWideAsItsColumns() {
        String svg = TerminalSvg.of("", List.of(TextStyle.YELLOW.escaped("██▌")));

        assertThat(svg)
                .contains("<path class=\"yellow\" d=\"M0.0 3.0h16.8v13.0h-16.8z\"/>")
                .contains("<path class=\"yellow\" d=\"M16.8 3.0h4.2v13.0h-4.2z\"/>");
    }

    @Test
    void keepsColumns_whateverFontThereIs() {
        assertThat(TerminalSvg.of("", List.of(" x", "   3 spans  漢字")))
                .contains("x=\"8.4\" y=\"14\" textLength=\"8.4\" lengthAdjust=\"spacingAndGlyphs\">x<")
                .contains("x=\"25.2\" y=\"33\" textLength=\"58.8\" lengthAdjust=\"spacingAndGlyphs\">3 spans<")
                .contains("x=\"100.8\" y=\"33\" textLength=\"33.6\" lengthAdjust=\"spacingAndGlyphs\">漢字<");
    }

    @Test
    void isLightOrDark() {
        assertThat(TerminalSvg.of("", List.of())).contains("@media (prefers-color-scheme: dark)");
    }

    @Test
    void isHarmless_whateverSpansAreCalled() throws Exception {
        String hostile = "]]></text><script>alert(1)</script>&lt;\u001b[31m\u202e\u0000\ufffe\ud800";
        List<String> lines = new Waterfall(
                        SampleSpan.tree(SampleSpan.named(hostile)
                                .id(1)
                                .server()
                                .of(hostile)
                                .at(0, 9)),
                        false)
                .lines(SCREEN, ZoneOffset.UTC);

        Document svg = parsed(TerminalSvg.of(hostile, lines));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("<script>alert(1)</script>&lt;\\u001b[31m\\u202e")
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void staysBelow60Kilobytes_andCountsTheLinesThatDoNotFit() {
        List<String> lines = Collections.nCopies(2_000, "a line like many others  ".repeat(4));

        String svg = TerminalSvg.of("", lines);

        assertThat(svg.getBytes(UTF_8)).hasSizeLessThan(60_000);
        assertThat(svg).containsPattern("1,\\d{3} more lines do not fit into this picture\\.");
    }

    private static String onlyWords(List<String> lines) {
        String text = String.join(" ", lines).replaceAll("\u001b\\[[\\d;]*m", "");
        return text.replaceAll("[─│├└▏▎▍▌▋▊▉█░▒▓▕▐]", " ");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
