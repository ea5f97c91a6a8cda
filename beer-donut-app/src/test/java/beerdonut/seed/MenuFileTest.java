package beerdonut.seed;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuFileTest {

    @Test
    void hasEnoughForABar() {
        assertThat(MenuFile.beers()).hasSize(36);
        assertThat(MenuFile.donuts()).hasSize(97);
        assertThat(MenuFile.tastings()).hasSize(2950);
    }

    @Test
    void numbersEverythingFromOne() {
        assertThat(MenuFile.beers()).extracting(Beer::getId).containsExactlyElementsOf(oneTo(36));
        assertThat(MenuFile.donuts()).extracting(Donut::getId).containsExactlyElementsOf(oneTo(97));
        assertThat(MenuFile.tastings()).extracting(MenuFile.Tried::id).containsExactlyElementsOf(oneTo(2950));
    }

    @Test
    void readsWhatIsNotAscii() {
        assertThat(MenuFile.beers()).extracting(Beer::getName).contains("kölsch", "märzen", "bière-de-garde");
        assertThat(MenuFile.donuts()).extracting(Donut::getName).contains("crème-brûlée", "piña-colada");
    }

    @Test
    void givesEveryBeerAtLeastFortyTastings_andNotAllTheSameNumber() {
        Map<String, Long> perBeer = MenuFile.tastings().stream().collect(groupingBy(MenuFile.Tried::beer, counting()));

        assertThat(perBeer).hasSize(36).containsEntry("ipa", 80L);
        assertThat(perBeer.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(40));
        assertThat(perBeer.values().stream().distinct().count()).isGreaterThan(5);
    }

    @Test
    void endsWithAJellyDonut_thatWasTriedAFewTimes() {
        List<String> donuts = MenuFile.donuts().stream().map(Donut::getName).toList();

        assertThat(donuts).endsWith("jelly");
        assertThat(MenuFile.tastings())
                .filteredOn(tried -> tried.donut().equals("jelly"))
                .extracting(MenuFile.Tried::beer)
                .containsExactly("berliner-weisse", "cream-ale", "flanders-red");
    }

    @Test
    void hasARecipeAndAFlavourForEveryDonut() {
        assertThat(MenuFile.donuts()).allSatisfy(donut -> {
            assertThat(donut.getRecipe().length()).isBetween(1_000, 4_000);
            assertThat(donut.getFlavours()).isNotEmpty();
        });
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
