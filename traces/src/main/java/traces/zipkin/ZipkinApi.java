package traces.zipkin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import traces.store.TraceStore;
import zipkin2.Span;
import zipkin2.storage.QueryRequest;

/**
 * Serves Zipkin's query API, version 2, over the store.
 *
 * <p>Its error messages are those of the real server.
 */
final class ZipkinApi {

    private static final List<String> PREFIXES = List.of("/api/v2", "/zipkin/api/v2");
    private static final String JSON = "application/json";
    private static final ObjectMapper NAMES = new ObjectMapper();

    private final ZipkinQueries queries;

    ZipkinApi(TraceStore store) {
        this.queries = new ZipkinQueries(store);
    }

    void addTo(RoutesConfig routes) {
        PREFIXES.forEach(prefix -> addTo(routes, prefix));
    }

    private void addTo(RoutesConfig routes, String prefix) {
        routes.get(prefix + "/services", ctx -> names(ctx, queries.services()));
        routes.get(prefix + "/spans", ctx -> names(ctx, queries.spanNames(ZipkinQuery.required(ctx, "serviceName"))));
        routes.get(
                prefix + "/remoteServices",
                ctx -> names(ctx, queries.remoteServices(ZipkinQuery.required(ctx, "serviceName"))));
        routes.get(prefix + "/traces", this::traces);
        routes.get(prefix + "/trace/{id}", this::trace);
        routes.get(prefix + "/traceMany", this::traceMany);
        routes.get(prefix + "/dependencies", this::dependencies);
        // The real server has a setting for this list of tags, which is empty by default.
        routes.get(prefix + "/autocompleteKeys", ctx -> names(ctx, List.of()));
        routes.get(prefix + "/autocompleteValues", ctx -> {
            ZipkinQuery.requiredKey(ctx);
            names(ctx, List.of());
        });
        routes.post(prefix + "/spans", ZipkinApi::refuse);
    }

    private void traces(Context ctx) throws IOException {
        QueryRequest request = ZipkinQuery.request(ctx);
        write(ctx, queries.traces(request));
    }

    private void trace(Context ctx) {
        String id = ZipkinQuery.traceId(ctx.pathParam("id").strip());
        List<Span> trace = queries.trace(id);
        if (trace.isEmpty()) {
            throw new NotFoundResponse(id + " not found");
        }
        json(ctx).result(ZipkinJson.of(trace));
    }

    private void traceMany(Context ctx) throws IOException {
        Set<String> ids = ZipkinQuery.traceIds(ctx);
        write(ctx, queries.traces(ids));
    }

    private void dependencies(Context ctx) {
        long endMillis = ZipkinQuery.endOfDependencies(ctx);
        long lookback = ZipkinQuery.lookback(ctx);
        json(ctx).result(ZipkinJson.ofLinks(queries.dependencies(endMillis, lookback)));
    }

    private static void names(Context ctx, List<String> names) throws JsonProcessingException {
        json(ctx).result(NAMES.writeValueAsBytes(names));
    }

    /** Writes one trace after the other, because decoded together they could be larger than the store. */
    private static void write(Context ctx, Stream<List<Span>> traces) throws IOException {
        OutputStream out = json(ctx).outputStream();
        out.write('[');
        Iterator<List<Span>> each = traces.iterator();
        while (each.hasNext()) {
            out.write(ZipkinJson.of(each.next()));
            out.write((each.hasNext() ? "," : "").getBytes(UTF_8));
        }
        out.write(']');
    }

    private static Context json(Context ctx) {
        return ctx.contentType(JSON).header(Header.CACHE_CONTROL, "no-store");
    }

    private static void refuse(Context ctx) {
        ctx.status(405).header(Header.ALLOW, "GET").contentType("text/plain; charset=utf-8");
        ctx.result("This server shows traces and takes none. The receiver beside it takes them in OTLP's form, by HTTP:"
                + " POST /v1/traces, on port 4318 unless it was told otherwise.");
    }
}
