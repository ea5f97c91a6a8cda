package beerdonut.pairing;

/** Knows which donut goes with a beer: from the menu, or from where an answer was kept. */
public interface PairingSource {

    /** @param beer the beer's name, as it stands on the menu */
    Match bestFor(String beer);
}
