package traces.store;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import traces.model.Printable;

/**
 * Serves the store to commands in other processes.
 *
 * <pre>
 *   GET /api/traces?limit=20   the newest, as JSON: a list of {@link ListedTrace}
 *   GET /api/traces/WHICH      one trace, in OTLP's protobuf; WHICH is an id, the beginning of an id, last,
 *                              or last~1 (the trace before it)
 * </pre>
 *
 * <p>A trace that is not found is answered with status 404 and a sentence, a malformed id with 400 and a sentence.
 */
public final class StoreApi {

    static final String PATH = "/api/traces";
    static final String PROTOBUF = "application/x-protobuf";

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 10_000;
    private static final int SHORTEST_ID = 4;
    private static final Pattern LAST = Pattern.compile("last(?:~(\\d{1,6}))?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{1,32}");

    private final TraceStore store;

    public StoreApi(TraceStore store) {
        this.store = store;
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::newest);
        routes.get(PATH + "/{which}", this::one);
    }

    private void newest(Context context) {
        int limit = context.queryParamAsClass("limit", Integer.class).getOrDefault(DEFAULT_LIMIT);
        context.json(store.listed(Math.max(0, Math.min(limit, MOST))));
    }

    private void one(Context context) {
        String which = context.pathParam("which").toLowerCase(Locale.ROOT);
        Matcher last = LAST.matcher(which);
        if (last.matches()) {
            send(context, last.group(1) == null ? 0 : Integer.parseInt(last.group(1)));
        } else if (ID.matcher(which).matches() && which.length() >= SHORTEST_ID) {
            send(context, which);
        } else {
            context.status(400)
                    .result("'%s' names no trace: an id has 32 hex digits, and %s are enough; or say last."
                            .formatted(Printable.of(which), SHORTEST_ID));
        }
    }

    private void send(Context context, int back) {
        List<String> ids = store.ids();
        if (ids.isEmpty()) {
            context.status(404).result("No trace has arrived yet.");
        } else if (back >= ids.size()) {
            context.status(404).result("There are only %s traces.".formatted(ids.size()));
        } else {
            send(context, store.encoded(ids.get(back)), ids.get(back));
        }
    }

    private void send(Context context, String beginning) {
        List<String> ids =
                store.ids().stream().filter(id -> id.startsWith(beginning)).toList();
        if (ids.isEmpty()) {
            send(context, Optional.empty(), beginning);
        } else if (ids.size() > 1) {
            context.status(400)
                    .result("%s traces begin with %s: %s and %s, for two."
                            .formatted(ids.size(), beginning, ids.get(0), ids.get(1)));
        } else {
            send(context, store.encoded(ids.get(0)), beginning);
        }
    }

    /** Sends the trace as it is kept. It may have left the store since its id was listed; then it is not found. */
    private static void send(Context context, Optional<EncodedTrace> found, String which) {
        found.ifPresentOrElse(
                trace -> context.contentType(PROTOBUF).result(trace.toOtlp()),
                () -> context.status(404)
                        .result("No trace %s is here: it hasn't arrived yet, or has left to make room for newer ones."
                                .formatted(which)));
    }
}
