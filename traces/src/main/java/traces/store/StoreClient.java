package traces.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import traces.model.Trace;

/** Reads the traces of a store in another process, by its API. */
public final class StoreClient implements StoredTraces {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final URI page;

    /** @param page the address of the server that has the store's API */
    public StoreClient(URI page) {
        this(page, page);
    }

    /**
     * @param server the address of the server that has the store's API
     * @param page the address of the same server for people, who may be outside a container that this runs in
     */
    public StoreClient(URI server, URI page) {
        this.server = server;
        this.page = page;
    }

    @Override
    public URI page() {
        return page;
    }

    @Override
    public List<ListedTrace> newest(int limit) {
        byte[] answer = get(StoreApi.PATH + "?limit=" + limit);
        try {
            return JSON.readValue(answer, new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("a list of traces that cannot be read", e);
        }
    }

    @Override
    public Trace find(String which) {
        byte[] answer = get(StoreApi.PATH + "/" + URLEncoder.encode(which, StandardCharsets.UTF_8));
        try {
            return Trace.of(TracesData.parseFrom(answer)).get(0);
        } catch (IOException e) {
            throw new IllegalStateException("a trace that cannot be read: " + which, e);
        }
    }

    private byte[] get(String path) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new TraceNotFound(new String(response.body(), StandardCharsets.UTF_8), path.endsWith("/last"));
            }
            return response.body();
        } catch (IOException e) {
            throw new StoreUnreachable("The trace store at %s does not answer.".formatted(page), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnreachable("Interrupted while asking for traces.", e);
        }
    }
}
