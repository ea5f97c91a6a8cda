package coach.bar;

import coach.compare.ComparePage;
import coach.page.Pages;
import coach.page.Routes;
import coach.receive.Forwarding;
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
record Eyes(TraceStore traces, Tracing tracing, List<Routes> beside) {

    static final String AT_THIS_MACHINE = "localhost";

    /**
     * Opens both.
     *
     * @param receiver the address that spans are sent to
     * @param page the address of the pages
     */
    void open(String receiver, String page, Opened opened, Listener listener) {
        Optional<Forwarding> forwarding = Forwarding.from(tracing.settings(), line -> listener.said("traces", line));
        forwarding.ifPresent(onwards -> opened.keep(() -> onwards));
        opened.keep(() -> TraceReceiver.open(receiver, tracing.otlpPort(), traces, forwarding));
        opened.keep(() -> Pages.open(traces, page, tracing.pagePort(), pages()));
    }

    private List<Routes> pages() {
        Stream<Routes> ours = Stream.of(new StoreApi(traces)::addTo, new ComparePage(traces)::addTo);
        return Stream.concat(ours, beside.stream()).toList();
    }
}
