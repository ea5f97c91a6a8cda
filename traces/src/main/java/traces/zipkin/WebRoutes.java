package traces.zipkin;

import io.javalin.config.RoutesConfig;

/** Adds routes of the caller's own to the web server. */
@FunctionalInterface
public interface WebRoutes {

    void addTo(RoutesConfig routes);
}
