package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/** Draws hostile and broken traces: each drawing stays within its screen and sends no command to the terminal. */
class HostileTracesTest {

    private static final String SGR = "\u001b\\[\\d{1,2}m";
    private static final String EVIL = "a\u001b]0;title\u0007\u001b[2J\u009b31m\u202e\u2066\u200d\r\n\t\u0000b";
    private static final String WIDE = "漢字한국🍩".repeat(40);
    private static final String MARKED = "o\u0308\u0301\u0302\u0303\u0304\ufe0f".repeat(80);

    /** All from thought, but for the last: names, times and parents by chance, with a constant seed. */
    static Stream<Named<TraceTree>> traces() {
        return Stream.of(
                Named.of("no name", tree(span(1, 0).at(0, 1))),
                Named.of("end before start", tree(span(1, 0), span(2, 1).at(9, 3))),
                Named.of("circles", tree(span(1, 2), span(2, 1), span(3, 3), span(4, 0))),
                Named.of(
                        "the same id twice",
                        tree(span(1, 0), span(2, 1), span(2, 1).at(5, 6), span(3, 2))),
                Named.of("no root", tree(span(2, 1), span(3, 7), span(4, 8))),
                Named.of("clocks apart", SampleTraces.match()),
                Named.of(
                        "the ends of time",
                        tree(span(1, 0).atNanos(0, -1), span(2, 1).atNanos(-9, 3), span(3, 1))),
                Named.of("a terminal's commands", named(EVIL)),
                Named.of("wide letters", named(WIDE)),
                Named.of("letters full of marks", named(MARKED)),
                Named.of("a megabyte", named("x".repeat(1 << 20))),
                Named.of("10,000 children alike", children(i -> "SELECT")),
                Named.of("10,000 children that differ", children(i -> "SELECT " + i)),
                Named.of("1,000 levels", chain()),
                Named.of("by chance", byChance()));
    }

    static Stream<Arguments> tracesAndScreens() {
        return traces().flatMap(trace -> Stream.of(
                Arguments.of(trace, Screen.plain(Screen.NARROWEST), false),
                Arguments.of(trace, Screen.plain(80), true),
                Arguments.of(trace, Screen.plain(131), false),
                Arguments.of(trace, new Screen(80, false, Glyphs.ASCII), false)));
    }

    @ParameterizedTest
    @MethodSource("tracesAndScreens")
    void staysWithinItsScreen(TraceTree tree, Screen screen, boolean all) {
        List<String> lines = new Waterfall(tree, all).lines(screen, ZoneOffset.UTC);

        assertThat(lines.stream().filter(line -> TerminalText.width(line) > screen.width()))
                .isEmpty();
        assertThat(lines.stream().filter(line -> !TerminalText.safe("." + line).equals("." + line)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void differsInColourAlone_whereThereIsColour(TraceTree tree) {
        List<String> plain = new Waterfall(tree, false).lines(Screen.plain(80), ZoneOffset.UTC);

        List<String> coloured = new Waterfall(tree, false).lines(new Screen(80, true, Glyphs.BLOCKS), ZoneOffset.UTC);

        assertThat(coloured).isNotEqualTo(plain);
        assertThat(coloured.stream().map(line -> line.replaceAll(SGR, "").stripTrailing()))
                .isEqualTo(plain);
    }

    @Test
    void saysHowDeepItIs_whereTheTreeWouldTakeTheWholeLine() {
        List<String> lines = new Waterfall(chain(), true).lines(Screen.plain(80), ZoneOffset.UTC);

        assertThat(lines).anyMatch(line -> line.startsWith("     depth 999 └─ level 999 "));
    }

    @Test
    void saysHowManyRowsItLeavesOut_andThatTheyFailed() {
        List<SampleSpan> spans = new ArrayList<>(List.of(span(1, 0)));
        IntStream.range(2, 202)
                .forEach(i ->
                        spans.add(SampleSpan.named("call " + i).id(i).under(1).failed()));

        List<String> lines = new Waterfall(tree(spans), false).lines(Screen.plain(80), ZoneOffset.UTC);

        assertThat(lines).endsWith("", "101 more rows, with 101 errors; --all draws everything.");
    }

    @Test
    void drawsEverySpan_whenAllIsAskedFor() {
        List<String> lines = new Waterfall(children(i -> "SELECT"), true).lines(Screen.plain(80), ZoneOffset.UTC);

        assertThat(lines.stream().filter(line -> line.contains("─ SELECT"))).hasSize(10_000);
    }

    private static SampleSpan span(long id, long parent) {
        return SampleSpan.named("").id(id).under(parent);
    }

    /** Named so wherever a name, a service, a statement or an error can be given. */
    private static TraceTree named(String text) {
        return tree(
                SampleSpan.named(text).of(text).id(1),
                SampleSpan.named(text).id(2).under(1).statement(text),
                SampleSpan.named(text).id(3).under(1).statement("select 1"),
                SampleSpan.named("x").id(4).under(1).of(text + 4).failed().attribute("error.type", text),
                SampleSpan.named(text).id(5).under(9));
    }

    private static TraceTree children(IntFunction<String> name) {
        List<SampleSpan> spans = new ArrayList<>(List.of(span(1, 0).at(0, 5_000)));
        IntStream.range(2, 10_002)
                .forEach(i ->
                        spans.add(SampleSpan.named(name.apply(i)).id(i).under(1).at(i / 2.0, i / 2.0 + 3)));
        return tree(spans);
    }

    private static TraceTree chain() {
        return tree(IntStream.range(0, 1_000)
                .mapToObj(i -> SampleSpan.named("level " + i).id(i + 1).under(i).at(i, 2_000 - i))
                .toList());
    }

    private static TraceTree byChance() {
        Random chance = new Random(3);
        return tree(IntStream.range(1, 500)
                .mapToObj(i -> SampleSpan.named(chance.ints(chance.nextInt(60), 0, 0x20000)
                                .mapToObj(Character::toString)
                                .reduce("", String::concat))
                        .of("service " + chance.nextInt(9))
                        .id(chance.nextInt(1, 400))
                        .under(chance.nextInt(400))
                        .atNanos(chance.nextLong(), chance.nextLong()))
                .toList());
    }

    private static TraceTree tree(SampleSpan... spans) {
        return SampleSpan.tree(spans);
    }

    private static TraceTree tree(List<SampleSpan> spans) {
        return SampleSpan.tree(spans.toArray(SampleSpan[]::new));
    }
}
