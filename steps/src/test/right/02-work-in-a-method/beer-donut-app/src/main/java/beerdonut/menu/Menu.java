package beerdonut.menu;

import beerdonut.web.Names;
import beerdonut.web.Timer;
import java.util.List;
import org.hibernate.SessionFactory;

/** The menu of the bar: its beers and its donuts, from the database. */
public final class Menu {

    private final SessionFactory sessions;

    public Menu(SessionFactory sessions) {
        this.sessions = sessions;
    }

    public record BeerLine(String name, String title, String style) {}

    public record DonutLine(String name, String title, String dough) {}

    public List<BeerLine> beers() {
        return sessions.fromSession(
                session -> session.createQuery("select name, title, style from Beer order by id", BeerLine.class)
                        .getResultList());
    }

    public List<DonutLine> donuts() {
        return sessions.fromSession(
                session -> session.createQuery("select name, title, dough from Donut order by id", DonutLine.class)
                        .getResultList());
    }

    /** The beer of that name; it is a «not found» for the guest when there is none. */
    public Beer beer(String name) {
        Beer beer = Timer.time("query beer", () -> findBeer(name));
        if (beer == null) {
            throw Names.unknown(
                    "beer", name, beers().stream().map(BeerLine::name).toList());
        }
        return beer;
    }

    private Beer findBeer(String name) {
        return sessions.fromSession(session -> session.createQuery("from Beer where name = :name", Beer.class)
                .setParameter("name", name)
                .getSingleResultOrNull());
    }

    private boolean hasDonut(String name) {
        return find(name) != null;
    }

    /** The donut of that name; it is a «not found» for the guest when there is none. */
    public Donut donut(String name) {
        if (!hasDonut(name)) {
            throw Names.unknown(
                    "donut", name, donuts().stream().map(DonutLine::name).toList());
        }
        return find(name);
    }

    private Donut find(String name) {
        return sessions.fromSession(session -> session.createQuery(
                        "from Donut d left join fetch d.flavours where d.name = :name", Donut.class)
                .setParameter("name", name)
                .getSingleResultOrNull());
    }
}
