package traces.bench;

import java.util.List;
import java.util.Optional;
import traces.otlp.TraceReceiver;
import traces.store.TraceStore;
import traces.zipkin.TraceWebServer;

/** The coach's receiver and page without the bar, as a process: {@code ReceiverAlone OTLP_PORT PAGE_PORT SPANS}. */
final class ReceiverAlone {

    private ReceiverAlone() {}

    public static void main(String[] args) {
        TraceStore store = new TraceStore(Integer.parseInt(args[2]), Long.MAX_VALUE);
        TraceReceiver.open("localhost", Integer.parseInt(args[0]), store, Optional.empty());
        TraceWebServer.open(store, "localhost", Integer.parseInt(args[1]), List.of());
    }
}
