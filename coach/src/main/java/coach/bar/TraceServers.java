package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import traces.comparison.ComparisonPage;
import traces.otlp.InvalidForwarding;
import traces.otlp.OtlpForwarder;
import traces.otlp.PortUnavailable;
import traces.otlp.TraceReceiver;
import traces.store.StoreApi;
import traces.store.TraceStore;
import traces.zipkin.TraceWebServer;
import traces.zipkin.WebRoutes;

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
        try {
            Optional<OtlpForwarder> forwarding =
                    OtlpForwarder.from(tracing.settings(), line -> listener.said("traces", line));
            forwarding.ifPresent(onwards -> opened.keep(() -> onwards));
            opened.keep(() -> TraceReceiver.open(receiver, tracing.otlpPort(), traces, forwarding));
            opened.keep(() -> TraceWebServer.open(traces, page, tracing.pagePort(), pages()));
        } catch (PortUnavailable e) {
            throw new UserError(
                    "%s%nNext: end the program that has it, and %s".formatted(e.getMessage(), Workshop.command("up")),
                    e);
        } catch (InvalidForwarding e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    private List<WebRoutes> pages() {
        Stream<WebRoutes> ours = Stream.of(
                new StoreApi(traces)::addTo,
                new ComparisonPage(traces, Optional.of(Workshop.command("measure")))::addTo);
        return Stream.concat(ours, beside.stream()).toList();
    }
}
