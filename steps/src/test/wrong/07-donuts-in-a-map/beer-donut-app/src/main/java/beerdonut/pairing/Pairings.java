package beerdonut.pairing;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import beerdonut.menu.Menu;
import beerdonut.web.Traced;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** Finds the best donut for a beer among those that tasters have tried with it. */
public final class Pairings implements PairingSource {

    private static final Map<Integer, Donut> DONUTS = new ConcurrentHashMap<>();

    private final SessionFactory sessions;
    private final Menu menu;

    public Pairings(SessionFactory sessions, Menu menu) {
        this.sessions = sessions;
        this.menu = menu;
        sessions.inSession(session -> session.createQuery("from Donut d left join fetch d.flavours", Donut.class)
                .getResultList()
                .forEach(donut -> DONUTS.put(donut.getId(), donut)));
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
        List<Integer> donuts = Traced.call("query tastings", () -> tastings(session, beer));
        return donuts.stream()
                .map(id -> Score.of(beer, DONUTS.computeIfAbsent(id, it -> session.find(Donut.class, it))))
                .sorted(Score.BEST_FIRST)
                .toList();
    }

    private static List<Integer> tastings(Session session, Beer beer) {
        return session.createQuery("select donut.id from Tasting where beer = :beer order by id", Integer.class)
                .setParameter("beer", beer)
                .getResultList();
    }
}
