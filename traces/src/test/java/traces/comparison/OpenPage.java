package traces.comparison;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.Optional;
import traces.model.TraceTree;
import traces.store.TraceStore;

/** The comparison page on a free port, over a store with these traces. */
final class OpenPage implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server;

    OpenPage(TraceTree... traces) {
        TraceStore store = new TraceStore();
        for (TraceTree trace : traces) {
            store.add(trace.trace().toOtlp().getResourceSpansList());
        }
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    new HomePage(
                                    store,
                                    ZoneOffset.UTC,
                                    trace -> !trace.request().equals("/health"))
                            .addTo(config.routes);
                    new ComparisonPage(store, Optional.empty()).addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(path))).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
