package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The drawings that the course's texts show are those that the commands draw today, from recordings.
 *
 * <p>{@code .ci/record} records anew; {@code -Dpictures=write} takes from recordings what is about the machine, draws text
 * and picture of each, and replaces what READMEs show of them. Figures in prose stay, and are to be looked at.
 */
class SeenDrawingsTest {

    private static final Path STEPS = Path.of("..", "steps").toAbsolutePath().normalize();
    // "Trace 5b8efff798038103d269b633813fc60c · …", or "A  5b8efff7  90 spans …"
    private static final Pattern DRAWN = Pattern.compile("(?m)^(Trace [0-9a-f]{32} |A {2}[0-9a-f]{8} )");
    private static final Pattern PATH = Pattern.compile("/(root|home|Users|usr|opt|tmp|work)/|[A-Z]:\\\\");

    private static final int LARGEST_PICTURE = 60_000;
    private static final int LARGEST_RECORDING = 110_000;

    @ParameterizedTest
    @MethodSource("drawings")
    void showWhatTheCommandDraws(SeenDrawing drawing, @TempDir Path folder) throws IOException {
        String text = drawing.drawnText();
        String picture = drawing.drawnPicture(folder);
        if (isToWrite()) {
            Files.writeString(drawing.text(), text);
            Files.writeString(drawing.picture(), picture);
            new SeenExcerpts(STEPS, drawing.text()).replace();
        }

        assertThat(read(drawing.text())).isEqualTo(text);
        assertThat(read(drawing.picture())).isEqualTo(picture);
        assertThat(Files.size(drawing.picture())).isLessThan(LARGEST_PICTURE);
    }

    @Test
    void haveARecordingEach() {
        List<String> drawn = seen(".txt")
                .filter(file -> DRAWN.matcher(read(file)).find())
                .map(SeenDrawingsTest::name)
                .toList();
        Stream<String> recorded = drawings().map(SeenDrawing::text).map(SeenDrawingsTest::name);

        assertThat(recorded).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nameNoMachine(Recording recording) throws IOException {
        String neutral = recording.neutral();
        if (isToWrite()) {
            recording.write(neutral);
        }

        assertThat(recording.text()).isEqualTo(neutral).doesNotContainPattern(PATH);
        assertThat(Files.size(recording.file())).isLessThan(LARGEST_RECORDING);
    }

    /** One request makes two traces where its header is not understood; the list shows both. */
    @Test
    void listTheTracesOfARequestThatStopsAtTheBorder() throws IOException {
        Path seen = STEPS.resolve("09-distributed/seen");
        KeptTraces kept = new KeptTraces();
        for (String name : List.of("scores-trace.json", "pair-trace.json")) {
            kept.keep(new Recording(seen.resolve(name)).tree(), 0);
        }
        RunCommand traces = new RunCommand(
                new TracesCommand(meant -> kept, () -> SeenDrawing.SCREEN, ZoneOffset.UTC, Duration.ofMillis(1)));
        traces.with();
        String listed = traces.out().replace(".\\workshop", "./workshop");
        if (isToWrite()) {
            Files.writeString(seen.resolve("traces.txt"), listed);
            new SeenExcerpts(STEPS, seen.resolve("traces.txt")).replace();
        }

        assertThat(read(seen.resolve("traces.txt"))).isEqualTo(listed);
    }

    private static boolean isToWrite() {
        return System.getProperty("pictures", "").equals("write");
    }

    static Stream<SeenDrawing> drawings() {
        Stream<Path> comparisons = seen("a.json").map(Path::getParent);
        return Stream.concat(seen(".json").filter(file -> file.getParent().endsWith("seen")), comparisons)
                .map(SeenDrawing::new);
    }

    static Stream<Recording> recordings() {
        return drawings().flatMap(drawing -> drawing.traces().stream());
    }

    private static String name(Path file) {
        return STEPS.relativize(file).toString().replace('\\', '/');
    }

    /** Finds the files in {@code seen} of each step, and in the folders of its comparisons. */
    private static Stream<Path> seen(String ending) {
        try (Stream<Path> all = Files.walk(STEPS, 4)) {
            List<Path> files = all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> STEPS.relativize(file).getName(1).endsWith("seen"))
                    .sorted()
                    .toList();
            return files.stream();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + STEPS, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
