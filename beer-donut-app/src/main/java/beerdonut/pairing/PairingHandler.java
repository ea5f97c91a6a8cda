package beerdonut.pairing;

import beerdonut.web.Names;
import io.javalin.http.Context;
import java.util.function.Function;

/** Answers «which donut goes with this beer?». */
public final class PairingHandler {

    private final Function<String, Match> bestFor;

    /** @param bestFor who knows the answer, by the beer's name */
    public PairingHandler(Function<String, Match> bestFor) {
        this.bestFor = bestFor;
    }

    public void beer(Context ctx) {
        String name = Names.checked(ctx.queryParam("name"), "/pair/beer?name=ipa");
        ctx.json(bestFor.apply(name));
    }
}
