package coach.cli;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import traces.zipkin.WebRoutes;

/** The HTTP endpoint that answers with the {@link BarState} once no restart is under way. */
record BarStateApi(LiveReload live) implements WebRoutes {

    static final String PATH = "/api/state";

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::state);
    }

    private void state(Context ctx) throws InterruptedException {
        ctx.json(live.awaitState());
    }
}
