package beerdonut.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.hibernate.SessionFactory;

/** Says whether the app can do its work, and else what it cannot do. */
public final class Health {

    private final SessionFactory sessions;
    private final Runnable pairing;

    public Health(SessionFactory sessions) {
        this(sessions, () -> {});
    }

    /** @param pairing pairs some beer, where that takes more than the database */
    public Health(SessionFactory sessions, Runnable pairing) {
        this.sessions = sessions;
        this.pairing = pairing;
    }

    public void show(Context ctx) {
        check("the bar can neither show its menu nor pair", this::askTheDatabase);
        check("the bar cannot pair", pairing);
        ctx.json(Map.of("status", "up"));
    }

    private void askTheDatabase() {
        sessions.inSession(
                session -> session.createNativeQuery("select 1", Integer.class).getSingleResult());
    }

    private static void check(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            HttpResponseException refusal = Refusal.of(e).orElseThrow(() -> e);
            throw Refusal.because(otherwise, refusal);
        }
    }
}
