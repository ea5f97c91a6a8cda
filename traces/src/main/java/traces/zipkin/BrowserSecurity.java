package traces.zipkin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import traces.model.Printable;

/**
 * Restricts what a page may do in the browser, because the names in traces may contain scripts.
 *
 * <p>Also refuses requests for another host name (DNS rebinding): a foreign page could point its own name at this
 * address, and read the traces.
 */
final class BrowserSecurity {

    /** Zipkin's page creates its styles at run time, and a worker that draws the dependencies. */
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

    /** @param name the host name of the server, which is allowed beside the names of loopback */
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
