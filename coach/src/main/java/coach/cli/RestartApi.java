package coach.cli;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import traces.zipkin.WebRoutes;

/** The HTTP endpoint that {@code ./workshop restart} asks for a restart. */
final class RestartApi implements WebRoutes {

    static final String PATH = "/api/restart";

    /** A header that a page of another site cannot send from a browser. */
    static final String HEADER = "X-Workshop";

    private final LiveReload live;

    RestartApi(LiveReload live) {
        this.live = live;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(PATH, this::restart);
    }

    private void restart(Context ctx) {
        if (ctx.header(HEADER) == null) {
            ctx.status(403).result("Only ./workshop restart may ask for that.");
            return;
        }
        ctx.result(live.restart());
    }
}
