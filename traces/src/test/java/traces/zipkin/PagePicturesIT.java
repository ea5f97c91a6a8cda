package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import traces.comparison.ComparisonPage;
import traces.model.Trace;
import traces.otlp.SavedTraceFile;
import traces.store.TraceStore;

/**
 * The pictures of the pages in the texts show what the pages show today, of two recorded traces.
 *
 * <p>Pixels differ from one machine's fonts to another's. So each picture carries the text of the page that it was taken
 * of, and that text is compared. {@code -Dpictures=write} takes them anew.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PagePicturesIT {

    private static final Path RECORDING = Path.of("..", "steps/11-fix-what-you-now-see/seen/compare-10-11");
    private static final int LARGEST = 200_000;
    private static final int WIDTH = 1200;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private final Trace before = recorded("a.json");
    private final Trace after = recorded("b.json");
    private final TraceStore store = new TraceStore();
    private final TraceWebServer pages =
            TraceWebServer.open(store, "127.0.0.1", 0, List.of(new ComparisonPage(store, Optional.empty())::addTo));

    @BeforeEach
    void keepBoth() {
        store.add(before.toOtlp().getResourceSpansList());
        store.add(after.toOtlp().getResourceSpansList());
        chromium.prefers("light");
        chromium.livesInUtc();
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void showsATraceOnZipkinsPage() throws IOException {
        chromium.size(WIDTH, 560);
        chromium.open(pages.url() + "/zipkin/traces/" + after.id());
        chromium.awaitText("score-service", "get /match", "mget", "Span ID");

        assertIsPictureOfThePage("zipkin.png", 560);
    }

    @Test
    void showsTwoTracesOnThePageOfTheirComparison() throws IOException {
        chromium.size(WIDTH, 1120);
        chromium.open(pages.url() + "/compare?a=" + before.id() + "&b=" + after.id());
        chromium.awaitText("GET /match", "MGET", "What ran how often");

        assertIsPictureOfThePage("page.png", 1120);
    }

    private static Trace recorded(String file) {
        return SavedTraceFile.read(RECORDING.resolve(file)).get(0);
    }

    private static void assertIsPictureOfThePage(String name, int height) throws IOException {
        Path file = RECORDING.resolve(name);
        String shown = chromium.text();
        if (System.getProperty("pictures", "").equals("write")) {
            chromium.screenshot(file);
            Files.write(file, PngDescription.add(Files.readAllBytes(file), shown));
        }

        byte[] png = Files.readAllBytes(file);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(png).hasSizeLessThan(LARGEST);
        assertThat(image.getWidth()).isEqualTo(WIDTH);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(PngDescription.of(png)).isEqualTo(shown);
    }
}
