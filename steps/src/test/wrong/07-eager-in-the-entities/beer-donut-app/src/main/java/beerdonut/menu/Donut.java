package beerdonut.menu;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A donut on the menu: how sweet and how rich it is (1 to 10), what it tastes of, and how it is made. */
@Entity
public class Donut {

    @Id
    private int id;

    private String name;
    private String title;
    private String dough;
    private int sweetness;
    private int richness;
    private String recipe;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "donut_flavour", joinColumns = @JoinColumn(name = "donut_id"))
    @Column(name = "flavour")
    private Set<String> flavours = new HashSet<>();

    protected Donut() {}

    public Donut(
            int id,
            String name,
            String title,
            String dough,
            int sweetness,
            int richness,
            Set<String> flavours,
            String recipe) {
        this.id = id;
        this.name = name;
        this.title = title;
        this.dough = dough;
        this.sweetness = sweetness;
        this.richness = richness;
        this.flavours.addAll(flavours);
        this.recipe = recipe;
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

    public String getDough() {
        return dough;
    }

    public int getSweetness() {
        return sweetness;
    }

    public int getRichness() {
        return richness;
    }

    public Set<String> getFlavours() {
        return new TreeSet<>(flavours);
    }

    public String getRecipe() {
        return recipe;
    }
}
