package coach.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Tells the browser what a page may do. Traces come from anywhere, and nothing in their names and texts should act. */
final class Safety {

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

    private Safety() {}

    static void addTo(RoutesConfig routes) {
        routes.before(Safety::protect);
    }

    private static void protect(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "same-origin");
    }
}
