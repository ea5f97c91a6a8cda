package beerdonut.menu;

import beerdonut.web.Names;
import beerdonut.web.Traced;
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

    public record DonutFlavour(String name, String title, String dough, int sweetness, int richness, String flavour) {}

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
        Beer beer = Traced.call("query beer", () -> findBeer(name));
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

    /**
     * The donut of that name, a line for each of its flavours, and without its recipe; it is a «not found» for the guest
     * when there is none.
     */
    public List<DonutFlavour> donut(String name) {
        List<DonutFlavour> lines = sessions.fromSession(session -> session.createQuery(
                        "select d.name, d.title, d.dough, d.sweetness, d.richness, '' from Donut d where d.name = :name",
                        DonutFlavour.class)
                .setParameter("name", name)
                .getResultList());
        if (lines.isEmpty()) {
            throw Names.unknown(
                    "donut", name, donuts().stream().map(DonutLine::name).toList());
        }
        DonutFlavour donut = lines.get(0);
        return flavours(name).stream()
                .map(flavour -> new DonutFlavour(
                        donut.name(), donut.title(), donut.dough(), donut.sweetness(), donut.richness(), flavour))
                .toList();
    }

    private List<String> flavours(String name) {
        return sessions.fromSession(session -> session.createQuery(
                        "select f from Donut d join d.flavours f where d.name = :name", String.class)
                .setParameter("name", name)
                .getResultList());
    }
}
