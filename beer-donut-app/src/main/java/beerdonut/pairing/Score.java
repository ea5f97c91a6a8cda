package beerdonut.pairing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A score from 0 to 100 for a donut with a beer, and the reasons for it.
 *
 * <p>Three things count, and nothing else: the same beer and donut always get the same score.
 *
 * <ul>
 *   <li>balance, up to 40: bitterness wants sweetness, 2 and another 1 for each 12 IBU, at most 10; each 1 off costs 8 points
 *   <li>weight, up to 30: a strong beer wants a donut as rich as it has percent of alcohol, at most 10; each 1 off costs 6
 *   <li>flavour, up to 30: ten for each thing that both taste of, at most three things
 * </ul>
 */
public record Score(String donut, int percent, List<String> reasons) {

    /** Best first; of two that are equally good the one whose name comes first. */
    public static final Comparator<Score> BEST_FIRST =
            comparingInt(Score::percent).reversed().thenComparing(comparing(Score::donut));

    public static Score of(Beer beer, Donut donut) {
        double wantedSweetness = wantedSweetness(beer);
        double wantedRichness = wantedRichness(beer);
        Set<String> shared = new TreeSet<>(beer.getAromas());
        shared.retainAll(donut.getFlavours());

        int balance = points(40, 8, donut.getSweetness() - wantedSweetness);
        int weight = points(30, 6, donut.getRichness() - wantedRichness);
        int flavour = 10 * Math.min(3, shared.size());
        return new Score(
                donut.getName(),
                balance + weight + flavour,
                List.of(
                        "balance " + balance + " of 40: " + beer.getIbu() + " IBU want a sweetness of "
                                + tenths(wantedSweetness) + ", it has " + donut.getSweetness(),
                        "weight " + weight + " of 30: " + beer.getAbv() + " % ABV want a richness of "
                                + tenths(wantedRichness) + ", it has " + donut.getRichness(),
                        "flavour " + flavour + " of 30: " + inWords(shared)));
    }

    private static double wantedSweetness(Beer beer) {
        return Math.min(10, 2 + beer.getIbu() / 12.0);
    }

    private static double wantedRichness(Beer beer) {
        return Math.min(10, beer.getAbv());
    }

    /** All the points where nothing is off, and {@code lost} fewer for each unit by which it is. */
    private static int points(int most, int lost, double off) {
        return Math.max(0, (int) Math.round(most - lost * Math.abs(off)));
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static String inWords(Set<String> shared) {
        return shared.isEmpty() ? "nothing in common" : "both taste of " + String.join(", ", shared);
    }
}
