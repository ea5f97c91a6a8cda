package beerdonut.pairing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How well a donut goes with a beer, from 0 to 100, and why.
 *
 * <p>Three things count, and nothing else: the same beer and donut always get the same score.
 *
 * <ul>
 *   <li>balance, up to 40: bitterness wants sweetness
 *   <li>weight, up to 30: a strong beer wants a rich donut
 *   <li>flavour, up to 30: ten for each thing that both taste of, three at the most
 * </ul>
 */
public record Score(String donut, int percent, List<String> reasons) {

    /** Best first; of two that are equally good the one whose name comes first. */
    public static final Comparator<Score> BEST_FIRST =
            comparingInt(Score::percent).reversed().thenComparing(comparing(Score::donut));

    public static Score of(Beer beer, Donut donut) {
        double wantedSweetness = Math.min(10, 2 + beer.getIbu() / 12.0);
        double wantedRichness = Math.min(10, beer.getAbv());
        Set<String> shared = beer.getAromas();
        shared.retainAll(donut.getFlavours());

        int balance = points(40, 8, donut.getSweetness() - wantedSweetness);
        int weight = points(30, 6, donut.getRichness() - wantedRichness);
        int flavour = 10 * Math.min(3, shared.size());
        return new Score(
                donut.getName(),
                balance + weight + flavour,
                List.of(
                        "balance %d of 40: %d IBU want a sweetness of %s, it has %d"
                                .formatted(balance, beer.getIbu(), tenths(wantedSweetness), donut.getSweetness()),
                        "weight %d of 30: %s %% ABV want a richness of %s, it has %d"
                                .formatted(weight, beer.getAbv(), tenths(wantedRichness), donut.getRichness()),
                        "flavour %d of 30: %s".formatted(flavour, inWords(shared))));
    }

    /** All the points where nothing is off, and {@code lost} fewer for each unit by which it is. */
    private static int points(int most, int lost, double off) {
        return Math.max(0, (int) Math.round(most - lost * Math.abs(off)));
    }

    private static double tenths(double number) {
        return Math.round(number * 10) / 10.0;
    }

    private static String inWords(Set<String> shared) {
        return shared.isEmpty() ? "nothing in common" : "both know " + String.join(", ", shared);
    }
}
