package traces.zipkin;

import io.javalin.config.RoutesConfig;

/** Something that the web server shows: it says which of its pages answers which path. */
@FunctionalInterface
public interface WebRoutes {

    void addTo(RoutesConfig routes);
}
