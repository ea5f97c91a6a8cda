package beerdonut.pairing;

import beerdonut.menu.Beer;
import beerdonut.menu.Menu;
import beerdonut.web.Traced;
import io.javalin.http.NotFoundResponse;
import jakarta.persistence.EntityGraph;
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
        List<Tasting> tastings = Traced.call("query tastings", () -> tastings(session, beer));
        return tastings.stream()
                .map(tasting -> Score.of(beer, tasting.getDonut()))
                .sorted(Score.BEST_FIRST)
                .toList();
    }

    private static List<Tasting> tastings(Session session, Beer beer) {
        EntityGraph<Tasting> withDonuts = session.createEntityGraph(Tasting.class);
        withDonuts.addSubgraph("donut").addAttributeNodes("flavours");
        return session.createQuery("from Tasting where beer = :beer order by id", Tasting.class)
                .setParameter("beer", beer)
                .setHint("jakarta.persistence.fetchgraph", withDonuts)
                .getResultList();
    }
}
