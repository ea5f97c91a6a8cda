package test;

import coach.bar.wire.Traffic;
import coach.course.check.TestBar;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.List;
import traces.model.Span;
import traces.model.Trace;
import traces.store.TraceStore;

/**
 * The sections that the learner's tracer has sent about some requests, and what the wire to the database counted.
 *
 * @param sections each with its calls, as a trace
 */
record TracerNotes(List<Trace> sections, long flights, long bytesOut, long bytesIn) {

    private static final String SECTION = "beerdonut.menu.MenuHandler.donut";
    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The tracer says in whole milliseconds when a section began. */
    private static final long UNSURE_MILLIS = 2;

    /** @param donuts how many of the requests are for a donut: each of those is a section */
    static TracerNotes of(TestBar bar, int donuts, Runnable requests) {
        Traffic wire = bar.bar().wires().appToDatabase().traffic();
        long begin = laterThanAllBefore();
        long flights = wire.flights();
        long bytesOut = wire.bytesToBackend();
        long bytesIn = wire.bytesToClient();
        requests.run();
        return new TracerNotes(
                await(bar.bar().traces(), begin, donuts),
                wire.flights() - flights,
                wire.bytesToBackend() - bytesOut,
                wire.bytesToClient() - bytesIn);
    }

    /** The sections of earlier requests may not have arrived yet, but they began earlier, too. */
    private static long laterThanAllBefore() {
        long begin = System.currentTimeMillis() + UNSURE_MILLIS;
        while (System.currentTimeMillis() <= begin) {
            Thread.onSpinWait();
        }
        return begin;
    }

    private static List<Trace> await(TraceStore store, long begin, int sections) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long growths = store.growths();
        List<Trace> traces = since(store, begin);
        while (traces.size() < sections) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("""
                        %d requests for a donut should be %d sections, but your tracer sent %d to the coach within %d s.
                        Does ./workshop up --own-tracer say at its start that something is wrong?""".formatted(sections, sections, traces.size(), PATIENCE.toSeconds()));
            }
            growths = awaitGrowth(store, growths);
            traces = since(store, begin);
        }
        return traces;
    }

    private static List<Trace> since(TraceStore store, long beginMillis) {
        return store.ids().stream()
                .flatMap(id -> store.find(id).stream())
                .filter(trace -> trace.spans().stream().anyMatch(span -> isSectionSince(beginMillis, span)))
                .toList();
    }

    private static boolean isSectionSince(long beginMillis, Span span) {
        return span.name().equals(SECTION) && span.start() / NANOS_OF_MILLI >= beginMillis;
    }

    private static long awaitGrowth(TraceStore store, long growths) {
        try {
            return store.awaitGrowth(growths, Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for sections", e);
        }
    }

    List<Span> calls() {
        return sections.stream()
                .flatMap(section -> section.spans().stream())
                .filter(span -> span.kind() == SpanKind.SPAN_KIND_CLIENT)
                .toList();
    }

    /** Says what was noted, in the words in which the wire's counts are said. */
    String noted() {
        return inWords(calls().size(), sum("sockettracer.bytes_out"), sum("sockettracer.bytes_in"));
    }

    String crossed() {
        return inWords(flights, bytesOut, bytesIn);
    }

    private static String inWords(long calls, long bytesOut, long bytesIn) {
        return "%d calls, %,d bytes out, %,d bytes in".formatted(calls, bytesOut, bytesIn);
    }

    private long sum(String attribute) {
        return calls().stream()
                .mapToLong(call -> Long.parseLong(call.attribute(attribute).orElse("0")))
                .sum();
    }
}
