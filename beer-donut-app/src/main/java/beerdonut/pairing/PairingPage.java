package beerdonut.pairing;

import beerdonut.web.Names;
import io.javalin.http.Context;

/** Answers «which donut goes with this beer?». */
public final class PairingPage {

    private final Pairings pairings;

    public PairingPage(Pairings pairings) {
        this.pairings = pairings;
    }

    public void beer(Context ctx) {
        String name = Names.checked(ctx.queryParam("name"), "/pair/beer?name=ipa");
        ctx.json(pairings.bestFor(name));
    }
}
