package traces.comparison;

import io.javalin.http.Context;
import io.javalin.http.Header;

/** Sends a page with a policy that forbids scripts, because the names in traces may contain some. */
final class PageResponse {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private PageResponse() {}

    static void html(Context ctx, String page) {
        send(ctx, "text/html", page);
    }

    static void send(Context ctx, String type, String text) {
        ctx.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header(Header.CACHE_CONTROL, "no-store")
                .contentType(type + "; charset=utf-8")
                .result(text);
    }
}
