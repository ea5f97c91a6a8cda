package beerdonut;

import beerdonut.menu.Menu;
import beerdonut.menu.MenuHandler;
import beerdonut.pairing.PairingHandler;
import beerdonut.pairing.Pairings;
import beerdonut.web.Health;
import org.hibernate.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bar that pairs craft beers with donuts. */
public final class BeerDonutApp {

    private static final Logger log = LoggerFactory.getLogger(BeerDonutApp.class);

    private BeerDonutApp() {}

    public static void main(String[] args) {
        try {
            open(Settings.from(System.getenv()));
        } catch (RuntimeException e) {
            // The sentence comes last, where a reader looks first.
            log.error("Its stack trace", e);
            log.error("The app could not start: {}", e.getMessage());
            System.exit(1);
        }
    }

    private static void open(Settings settings) {
        SessionFactory sessions = Database.open(settings);

        Menu menu = new Menu(sessions);
        Pairings pairings = new Pairings(sessions, menu);

        Health health = new Health(sessions);
        WebServer web = new WebServer(health, new MenuHandler(menu), new PairingHandler(pairings));
        int port = web.start(settings.host(), settings.port());
        log.info("Open at http://{}:{}", settings.host(), port);
    }
}
