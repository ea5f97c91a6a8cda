package coach.bar;

import coach.compare.ComparisonPage;
import coach.page.TraceWebServer;
import coach.page.WebRoutes;
import coach.receive.OtlpForwarder;
import coach.receive.TraceReceiver;
import coach.store.StoreApi;
import coach.store.TraceStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What sees the traces: the receiver that they are sent to, and the pages that show them.
 *
 * @param beside what the pages show beside the traces
 */
record TraceServers(TraceStore traces, TracingSettings tracing, List<WebRoutes> beside) {

    static final String AT_THIS_MACHINE = "localhost";

    /**
     * Opens both.
     *
     * @param receiver the address that spans are sent to
     * @param page the address of the pages
     */
    void open(String receiver, String page, ResourceStack opened, OutputListener listener) {
        Optional<OtlpForwarder> forwarding =
                OtlpForwarder.from(tracing.settings(), line -> listener.said("traces", line));
        forwarding.ifPresent(onwards -> opened.keep(() -> onwards));
        opened.keep(() -> TraceReceiver.open(receiver, tracing.otlpPort(), traces, forwarding));
        opened.keep(() -> TraceWebServer.open(traces, page, tracing.pagePort(), pages()));
    }

    private List<WebRoutes> pages() {
        Stream<WebRoutes> ours = Stream.of(new StoreApi(traces)::addTo, new ComparisonPage(traces)::addTo);
        return Stream.concat(ours, beside.stream()).toList();
    }
}
