package beerdonut.pairing;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A taster has tried this donut with this beer. */
@Entity
public class Tasting {

    @Id
    private int id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Beer beer;

    @ManyToOne(fetch = FetchType.EAGER)
    private Donut donut;

    private String taster;

    protected Tasting() {}

    public Tasting(int id, Beer beer, Donut donut, String taster) {
        this.id = id;
        this.beer = beer;
        this.donut = donut;
        this.taster = taster;
    }

    public Donut getDonut() {
        return donut;
    }
}
