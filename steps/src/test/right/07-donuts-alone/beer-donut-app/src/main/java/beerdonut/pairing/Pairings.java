package beerdonut.pairing;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.menu.Menu;
import beerdonut.web.Traced;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Finds the best donut for a beer among those that tasters have tried with it. */
public final class Pairings implements PairingSource {

    private final SessionFactory sessions;
    private final Menu menu;

    public Pairings(SessionFactory sessions, Menu menu) {
        this.sessions = sessions;
        this.menu = menu;
    }

    /** The best donut for the beer of that name; it is a «not found» for the guest when there is none. */
    @Override
    public Match bestFor(String beerName) {
        Beer beer = menu.beer(beerName);
        List<Score> scores = sessions.fromSession(session -> scores(session, beer));
        if (scores.isEmpty()) {
            throw new NotFoundResponse("nobody has tried a donut with '" + beerName + "' yet");
        }
        return Match.of(beer.getName(), scores);
    }

    private static List<Score> scores(Session session, Beer beer) {
        List<Donut> donuts = Traced.call("query tastings", () -> donuts(session, beer));
        return donuts.stream()
                .map(donut -> Score.of(beer, donut))
                .sorted(Score.BEST_FIRST)
                .toList();
    }

    private static List<Donut> donuts(Session session, Beer beer) {
        String query =
                "select d from Tasting t join t.donut d left join fetch d.flavours where t.beer = :beer order by t.id";
        return session.createQuery(query, Donut.class)
                .setParameter("beer", beer)
                .getResultList();
    }
}
