package beerdonut.pairing;

import beerdonut.menu.Menu;

/** Finds the best donut for a beer: the menu knows the beer, and the score service how well each donut goes with it. */
public final class Pairings implements PairingSource {

    private final ScoreClient scores;

    public Pairings(Menu menu, ScoreClient scores) {
        this.scores = scores;
    }

    /** The best donut for the beer of that name; it is a «not found» for the guest when there is none. */
    @Override
    public Match bestFor(String beerName) {
        return scores.bestFor(beerName);
    }
}
