package beerdonut.web;

import io.javalin.http.Context;
import java.util.Map;
import org.hibernate.SessionFactory;

/** Says whether the app can do its work: it can when its database answers. */
public final class Health {

    private final SessionFactory sessions;

    public Health(SessionFactory sessions) {
        this.sessions = sessions;
    }

    public void show(Context ctx) {
        sessions.inSession(
                session -> session.createNativeQuery("select 1", Integer.class).getSingleResult());
        ctx.json(Map.of("status", "up"));
    }
}
