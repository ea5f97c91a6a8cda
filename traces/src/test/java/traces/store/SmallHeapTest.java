package traces.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.store.Offered.offered;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The store in the heap of a container, which is smaller than that of a bar on its own. */
@Timeout(120)
class SmallHeapTest {

    private static final String SMALL = "-Xmx48m";
    private static final int SPANS = 40_000;
    private static final String STACK_TRACE = "at beerdonut.web.Timer.handle(Timer.java:30)\n".repeat(60);

    @ParameterizedTest
    @CsvSource({"384, 96", "288, 96", "128, 43", "48, 16"})
    void leavesTwoThirdsOfItForTheRest(long heap, long most) {
        assertThat(Math.round(TraceStore.bytesIn(heap << 20) / (double) (1 << 20)))
                .isEqualTo(most);
    }

    @Test
    void takesMoreThanTheHeapHolds() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        SMALL,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FilledStore.class.getName())
                .redirectErrorStream(true)
                .start();

        String words = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(words).isZero();
        assertThat(words.strip()).endsWith("kept the last");
    }

    /** Offers a store a hundred megabytes of spans that have failed, each in a trace of its own. */
    static final class FilledStore {

        private FilledStore() {}

        public static void main(String[] args) {
            TraceStore store = new TraceStore();
            for (int trace = 1; trace <= SPANS; trace++) {
                store.add(offered(
                        named("GET /pair/beer").trace(trace).attribute("exception.stacktrace", STACK_TRACE + trace)));
            }
            boolean last =
                    store.newest(1).get(0).spans().get(0).proto().toString().contains("\\n" + SPANS);
            System.out.println("kept " + (last ? "the last" : "another"));
        }
    }
}
