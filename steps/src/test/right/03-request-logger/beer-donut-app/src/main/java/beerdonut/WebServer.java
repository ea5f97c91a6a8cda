package beerdonut;

import beerdonut.menu.MenuHandler;
import beerdonut.pairing.PairingHandler;
import beerdonut.web.BadMessages;
import beerdonut.web.BrowserIcon;
import beerdonut.web.Health;
import beerdonut.web.Home;
import beerdonut.web.Problems;
import beerdonut.web.RequestLog;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server: which page answers which path. */
final class WebServer {

    private final Health health;
    private final MenuHandler menu;
    private final PairingHandler pairing;

    WebServer(Health health, MenuHandler menu, PairingHandler pairing) {
        this.health = health;
        this.menu = menu;
        this.pairing = pairing;
    }

    /** @return the port that it listens on */
    int start(String host, int port) {
        return Javalin.create(this::configure).start(host, port).port();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(Database.CONNECTIONS);
        config.jetty.modifyServer(server -> server.setErrorHandler(new BadMessages()));
        config.jetty.modifyServer(server -> server.insertHandler(new BrowserIcon()));

        config.routes.get("/", Home::show);
        config.routes.get("/beers", menu::beers);
        config.routes.get("/beer/{name}", menu::beer);
        config.routes.get("/donuts", menu::donuts);
        config.routes.get("/donut/{name}", menu::donut);
        config.routes.get("/pair/beer", pairing::beer);
        config.routes.get("/health", health::show);

        RequestLog.handle(config);
        Problems.handle(config.routes);
    }
}
