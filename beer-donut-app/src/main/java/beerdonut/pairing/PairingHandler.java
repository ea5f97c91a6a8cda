package beerdonut.pairing;

import beerdonut.web.Names;
import io.javalin.http.Context;

/** Answers «which donut goes with this beer?». */
public final class PairingHandler {

    private final PairingSource pairings;

    public PairingHandler(PairingSource pairings) {
        this.pairings = pairings;
    }

    public void beer(Context ctx) {
        String name = Names.checked(ctx.queryParam("name"), "/pair/beer?name=ipa");
        ctx.json(pairings.bestFor(name));
    }
}
