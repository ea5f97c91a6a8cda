package beerdonut.menu;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;
import java.util.TreeSet;

/** A beer on the menu: how strong it is (ABV, percent), how bitter (IBU), and what it smells of. */
@Entity
public class Beer {

    @Id
    private int id;

    private String name;
    private String title;
    private String style;
    private double abv;
    private int ibu;
    private String[] aromas;

    protected Beer() {}

    public Beer(int id, String name, String title, String style, double abv, int ibu, Set<String> aromas) {
        this.id = id;
        this.name = name;
        this.title = title;
        this.style = style;
        this.abv = abv;
        this.ibu = ibu;
        this.aromas = aromas.toArray(String[]::new);
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getTitle() {
        return title;
    }

    public String getStyle() {
        return style;
    }

    public double getAbv() {
        return abv;
    }

    public int getIbu() {
        return ibu;
    }

    public Set<String> getAromas() {
        return new TreeSet<>(Set.of(aromas));
    }
}
