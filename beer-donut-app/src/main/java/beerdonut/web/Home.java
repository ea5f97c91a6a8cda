package beerdonut.web;

import io.javalin.http.Context;

/** The front page: what there is, with a link to each. */
public final class Home {

    private Home() {}

    public static void show(Context ctx) {
        ctx.contentType("text/html; charset=utf-8").result(Home.class.getResourceAsStream("/index.html"));
    }
}
