package beerdonut.menu;

import beerdonut.menu.Menu.DonutFlavour;
import beerdonut.web.Names;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

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
        static DonutCard of(List<DonutFlavour> lines) {
            DonutFlavour donut = lines.get(0);
            Set<String> flavours = new TreeSet<>();
            lines.stream().map(DonutFlavour::flavour).filter(Objects::nonNull).forEach(flavours::add);
            return new DonutCard(
                    donut.name(), donut.title(), donut.dough(), donut.sweetness(), donut.richness(), flavours);
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
