package beerdonut.menu;

import beerdonut.web.Names;
import io.javalin.http.Context;
import java.util.Set;

/** Shows the menu: every beer and donut in a line, or one of them with all that a guest wants to know. */
public final class MenuHandler {

    private final Menu menu;

    public MenuHandler(Menu menu) {
        this.menu = menu;
    }

    record BeerCard(String name, String title, String style, double abv, int ibu, Set<String> aromas) {
        static BeerCard of(Beer beer) {
            return new BeerCard(
                    beer.getName(), beer.getTitle(), beer.getStyle(), beer.getAbv(), beer.getIbu(), beer.getAromas());
        }
    }

    record DonutCard(String name, String title, String dough, int sweetness, int richness, Set<String> flavours) {
        static DonutCard of(Donut donut) {
            return new DonutCard(
                    donut.getName(),
                    donut.getTitle(),
                    donut.getDough(),
                    donut.getSweetness(),
                    donut.getRichness(),
                    donut.getFlavours());
        }
    }

    public void beers(Context ctx) {
        ctx.json(menu.beers());
    }

    public void beer(Context ctx) {
        ctx.json(BeerCard.of(menu.beer(Names.checked(ctx.pathParam("name"), "/beer/ipa"))));
    }

    public void donuts(Context ctx) {
        ctx.json(menu.donuts());
    }

    public void donut(Context ctx) {
        ctx.json(DonutCard.of(menu.donut(Names.checked(ctx.pathParam("name"), "/donut/maple-bacon"))));
    }
}
