package traces.zipkin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import traces.model.Printable;

/**
 * Tells the browser what a page may do. Traces come from anywhere, and nothing in their names and texts should act.
 *
 * <p>The server answers to its own name and this machine's alone: a page from elsewhere could otherwise give its own name our
 * address, and read what it liked.
 */
final class BrowserSecurity {

    /** Zipkin's page makes its styles while it runs, and draws its dependencies with a worker that it makes, too. */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    private BrowserSecurity() {}

    /** @param name that the server is known by, beside those of this machine */
    static void addTo(RoutesConfig routes, String name) {
        routes.before(BrowserSecurity::protect);
        routes.before(ctx -> refuseOtherNames(ctx, name));
    }

    private static void refuseOtherNames(Context ctx, String name) {
        String host = String.valueOf(ctx.host());
        String asked = host.replaceFirst(":\\d+$", "");
        if (!LoopbackNames.isMeantBy(asked) && !asked.equals(name)) {
            throw new HttpResponseException(
                    HttpStatus.MISDIRECTED_REQUEST.getCode(),
                    "This page is for this machine alone, at localhost; asked for was " + Printable.of(host) + ".");
        }
    }

    private static void protect(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
    }
}
