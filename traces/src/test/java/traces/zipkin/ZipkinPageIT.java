package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** Zipkin's page in a real browser, over our store. Its pictures are in {@code target/pictures}. */
class ZipkinPageIT {

    private static final String SCRIPT = "<script>window.acted = 1</script>";
    private static final String PICTURE = "<img src=x onerror=\"window.acted = 1\">";

    private static final String TRACE = "document.querySelector('[href*=\"traces/\"]')";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private final TraceStore store = new TraceStore();
    private final TraceWebServer pages = TraceWebServer.open(store, "127.0.0.1", 0, List.of());

    /**
     * A second ago:
     *
     * <pre>
     *   0 ms   400 ms   beer-donut-app  GET /pair/beer
     *   1 ms    29 ms   ├─ SELECT beer, at the database
     *  40 ms    60 ms   └─ GET, to the score-service
     *  45 ms    50 ms      └─ score-service  GET /score, failed
     * </pre>
     */
    @BeforeEach
    void keepATrace() {
        keep(SampleSpan.trace(
                recent("GET /pair/beer", 1, 0, 400).server(),
                recent("SELECT beer", 2, 1, 29).under(1).client().attribute("peer.service", "database"),
                recent("GET", 3, 40, 60).under(1).client(),
                recent("GET /score", 4, 45, 50)
                        .under(3)
                        .of("score-service")
                        .server()
                        .failed()));
    }

    @AfterEach
    void close() {
        pages.close();
    }

    @Test
    void findsATraceByItsService_opensItAndShowsItsSpans() throws IOException {
        chromium.open(pages.url() + "/zipkin/");
        chromium.click(byTestId("add-button"));
        chromium.click(option("serviceName"));
        chromium.click(option("beer-donut-app"));
        chromium.click(button("RUN QUERY"));
        chromium.await(TRACE);
        picture("found");
        chromium.click(TRACE);
        chromium.awaitText("Span ID");
        picture("trace");

        chromium.awaitText("get /pair/beer", "database: select beer", "score-service: get /score", "400ms");
    }

    @Test
    void showsWhoCallsWhom() throws IOException {
        chromium.open(pages.url() + "/zipkin/dependency");
        chromium.click(button("RUN QUERY"));
        chromium.click("document.querySelector('[placeholder=\"Select...\"]')");
        chromium.await(option("score-service"));
        picture("dependencies");

        chromium.awaitText("beer-donut-app", "database", "score-service");
        assertThat(chromium.errors()).noneMatch(error -> error.contains("worker"));
    }

    @Test
    void runsNothing_whateverSpansAreCalled() throws IOException {
        Trace hostile = SampleSpan.trace(
                recent(SCRIPT, 5, 0, 100).trace(2).of(PICTURE).server(),
                recent(PICTURE, 6, 0, 10)
                        .trace(2)
                        .under(5)
                        .client()
                        .attribute("peer.service", SCRIPT)
                        .attribute(PICTURE, "javascript:window.acted=1"));
        keep(hostile);

        chromium.open(pages.urlOf(hostile.id()));
        chromium.awaitText("Span ID");
        picture("hostile");

        chromium.awaitText(SCRIPT, PICTURE);
        assertThat(chromium.evaluate("window.acted === undefined").asBoolean()).isTrue();
    }

    private void keep(Trace trace) {
        store.add(trace.toOtlp().getResourceSpansList());
    }

    private static SampleSpan recent(String name, long id, long startMillis, long millis) {
        long start = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - 1_000 + startMillis);
        return SampleSpan.named(name).id(id).atNanos(start, start + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static String byTestId(String id) {
        return "document.querySelector('[data-testid=\"" + id + "\"]')";
    }

    private static String button(String text) {
        return "[...document.querySelectorAll('button')].find(it => it.innerText.trim() === '" + text + "')";
    }

    private static String option(String text) {
        return "[...document.querySelectorAll('li, [role=option]')].find(it => it.innerText.trim() === '" + text + "')";
    }

    private static void picture(String name) throws IOException {
        chromium.screenshot(Path.of("target", "pictures", "lens-" + name + ".png"));
    }
}
