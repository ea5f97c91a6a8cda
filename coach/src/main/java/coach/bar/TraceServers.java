package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import traces.comparison.ComparisonPage;
import traces.comparison.HomePage;
import traces.model.PortUnavailable;
import traces.otlp.InvalidForwarding;
import traces.otlp.OtlpForwarder;
import traces.otlp.TraceReceiver;
import traces.store.StoreApi;
import traces.store.TraceStore;
import traces.zipkin.TraceWebServer;
import traces.zipkin.WebRoutes;

/**
 * Starts the OTLP receiver and the web pages that show its traces.
 *
 * @param beside more pages of the same web server
 */
record TraceServers(TraceStore traces, BarPlan.Tracing tracing, List<WebRoutes> beside) {

    /**
     * Starts them.
     *
     * @param host the name or address at which they listen
     * @throws UserError when a port is taken, or the settings for forwarding are wrong
     */
    void open(String host, ResourceStack opened, OutputListener listener) {
        try {
            Optional<OtlpForwarder> forwarding =
                    OtlpForwarder.from(tracing.forwarding(), line -> listener.onLine("traces", line));
            forwarding.ifPresent(forwarder -> opened.keep(() -> forwarder));
            opened.keep(() -> TraceReceiver.open(
                    host, tracing.otlpPort(), traces, forwarding, line -> listener.onLine("traces", line)));
            opened.keep(() -> TraceWebServer.open(traces, host, tracing.pagePort(), pages()));
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
                new HomePage(traces, ZoneId.systemDefault(), trace -> !OwnTraces.include(trace))::addTo,
                new ComparisonPage(traces, Optional.of(Workshop.command("measure")))::addTo);
        return Stream.concat(ours, beside.stream()).toList();
    }
}
