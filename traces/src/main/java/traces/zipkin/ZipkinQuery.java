package traces.zipkin;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import zipkin2.Span;
import zipkin2.storage.QueryRequest;

/** Reads the parameters of a request; answers 400 to values that make no sense. */
final class ZipkinQuery {

    private static final long DAY_MILLIS = 86_400_000;
    private static final int LIMIT = 10;
    private static final int MOST_TRACES = 1_000;

    private ZipkinQuery() {}

    static QueryRequest request(Context ctx) {
        return valid(() -> QueryRequest.newBuilder()
                .serviceName(ctx.queryParam("serviceName"))
                .remoteServiceName(ctx.queryParam("remoteServiceName"))
                .spanName(ctx.queryParam("spanName"))
                .parseAnnotationQuery(ctx.queryParam("annotationQuery"))
                .minDuration(number(ctx, "minDuration").orElse(null))
                .maxDuration(number(ctx, "maxDuration").orElse(null))
                .endTs(number(ctx, "endTs").orElseGet(System::currentTimeMillis))
                .lookback(number(ctx, "lookback").orElse(DAY_MILLIS))
                .limit(given(ctx, "limit").map(Integer::parseInt).orElse(LIMIT))
                .build());
    }

    static long endOfDependencies(Context ctx) {
        required(ctx, "endTs");
        return positive(ctx, "endTs", 0);
    }

    static long lookback(Context ctx) {
        return positive(ctx, "lookback", DAY_MILLIS);
    }

    static String required(Context ctx, String name) {
        return given(ctx, name)
                .orElseThrow(() -> new BadRequestResponse("Mandatory parameter/header/attribute is missing: " + name));
    }

    static String requiredKey(Context ctx) {
        String key = required(ctx, "key");
        if (key.isEmpty()) {
            throw new BadRequestResponse("key was empty");
        }
        return key;
    }

    /** Returns the id as Zipkin writes it. */
    static String traceId(String text) {
        return valid(() -> Span.normalizeTraceId(text));
    }

    /** Returns the ids of a list with commas; refuses an id that occurs twice. */
    static Set<String> traceIds(Context ctx) {
        String text = required(ctx, "traceIds");
        if (text.isEmpty()) {
            throw new BadRequestResponse("traceIds parameter is empty");
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String id : text.split(",", MOST_TRACES)) {
            if (!ids.add(traceId(id))) {
                throw new BadRequestResponse("redundant traceId: " + id);
            }
        }
        if (ids.size() == 1) {
            throw new BadRequestResponse("Use /api/v2/trace/{traceId} endpoint to retrieve a single trace");
        }
        return ids;
    }

    private static long positive(Context ctx, String name, long otherwise) {
        long number = valid(() -> number(ctx, name).orElse(otherwise));
        if (number <= 0) {
            throw new BadRequestResponse(name + " <= 0");
        }
        return number;
    }

    /** Reads a number; an empty text counts as missing, as on the real server. */
    private static Optional<Long> number(Context ctx, String name) {
        return given(ctx, name).filter(text -> !text.isEmpty()).map(Long::valueOf);
    }

    private static Optional<String> given(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name));
    }

    private static <T> T valid(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }
}
