package beerdonut.seed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.pairing.Tasting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Statement;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the tables and fills them with the menu, where that has not been done yet. */
public final class Seed {

    private static final Logger log = LoggerFactory.getLogger(Seed.class);

    private final SessionFactory sessions;

    public Seed(SessionFactory sessions) {
        this.sessions = sessions;
    }

    public void fillIfEmpty() {
        sessions.inSession(Seed::createTables);
        if (!isEmpty()) {
            return;
        }
        try {
            sessions.inTransaction(Seed::fill);
            log.info("The database was empty: filled it with the menu");
        } catch (ConstraintViolationException e) {
            // Another app that opened at the same moment may have been quicker: then all is well.
            if (isEmpty()) {
                throw e;
            }
        }
    }

    private boolean isEmpty() {
        return sessions.fromSession(session ->
                session.createQuery("select count(*) from Beer", Long.class).getSingleResult() == 0);
    }

    private static void createTables(Session session) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(schema());
            }
        });
    }

    private static void fill(Session session) {
        Map<String, Beer> beers = MenuFile.beers().stream().collect(toMap(Beer::getName, identity()));
        Map<String, Donut> donuts = MenuFile.donuts().stream().collect(toMap(Donut::getName, identity()));
        beers.values().forEach(session::persist);
        donuts.values().forEach(session::persist);
        for (MenuFile.Tried tried : MenuFile.tastings()) {
            Beer beer = known(beers, tried.beer());
            Donut donut = known(donuts, tried.donut());
            session.persist(new Tasting(tried.id(), beer, donut, tried.taster()));
        }
    }

    private static <T> T known(Map<String, T> menu, String name) {
        if (!menu.containsKey(name)) {
            throw new IllegalStateException("tastings.csv names '" + name + "', which is not on the menu");
        }
        return menu.get(name);
    }

    private static String schema() {
        try (InputStream file = Seed.class.getResourceAsStream("/schema.sql")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read schema.sql", e);
        }
    }
}
