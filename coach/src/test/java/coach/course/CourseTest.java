package coach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.compiler.ModuleSources;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseTest {

    @TempDir
    Path repository;

    private ToyCourse toy;

    @BeforeEach
    void make() {
        toy = new ToyCourse(repository);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "02", "02-time-a-route", "time-a-route"})
    void findsAStep_howeverItIsTyped(String text) {
        Step step = toy.course().step(text);

        assertThat(step.name()).isEqualTo("02-time-a-route");
    }

    @ParameterizedTest
    @CsvSource({"4, 03-middleware", "tim-a-rout, 02-time-a-route", "O1, 01-explore"})
    void suggestsTheNearest_whenThereIsNoSuchStep(String text, String nearest) {
        assertThatThrownBy(() -> toy.course().step(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no step " + text)
                .hasMessageEndingWith("Did you mean " + nearest + "?");
    }

    @Test
    void saysSo_whenThereAreNoSteps(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Course.in(elsewhere).step("7"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("steps/");
    }

    @Test
    void readsAStepsTexts() {
        Step step = toy.course().step(2);

        assertThat(step.title()).isEqualTo("Time a route");
        assertThat(step.summary()).contains("Learn what took how long.");
        assertThat(step.hints()).containsExactly("Why?", "Here.", "```sh\n## no heading\n```");
        assertThat(step.testClass()).isEqualTo("test.ToyTest");
    }

    @Test
    void takesNoLeavingOfASystemForAStepsTest() {
        toy.write("steps/02-time-a-route/test/._ToyTest.java", "\u0000");

        assertThat(toy.course().step(2).testClass()).isEqualTo("test.ToyTest");
    }

    @Test
    void shipsSourcesOnly() {
        State shipped = toy.course().shipped();

        assertThat(shipped.files()).containsOnlyKeys(ToyCourse.BEER, ToyCourse.DONUT, ToyCourse.SCORES);
    }

    @Test
    void laysSolutionsOverEachOther() {
        State state = toy.course().state(3);

        assertThat(state.files()).containsOnlyKeys(ToyCourse.BEER, ToyCourse.DONUT, ToyCourse.TIMER, ToyCourse.SCORES);
        assertThat(state.files().get(ToyCourse.BEER)).content().contains("03");
        assertThat(state.files().get(ToyCourse.TIMER)).content().isEqualTo("class Timer {}\n");
    }

    @Test
    void goesHalfWay_fromTheStateBefore() {
        State half = toy.course().state("03-by-hand");

        assertThat(half.title()).isEqualTo("state 03, by hand");
        assertThat(half.files().get(ToyCourse.BEER)).content().contains("02");
        assertThat(half.files().get(ToyCourse.TIMER)).content().contains("byHand");
    }

    @ParameterizedTest
    @CsvSource({"0, 00", "shipped, 00", "3, 03", "03-middleware, 03", "3-by-hand, 03-by-hand"})
    void findsAState_howeverItIsTyped(String text, String name) {
        assertThat(toy.course().state(text).name()).isEqualTo(name);
    }

    @Test
    void saysSo_whenAStepHasNoHalf() {
        assertThatThrownBy(() -> toy.course().state("02-by-hand"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no half");
    }

    @Test
    void writesAState_overReadOnlyFilesToo(@TempDir Path folder) throws IOException {
        State state = toy.course().state(3);
        Path beer = folder.resolve(ToyCourse.BEER);
        Files.createDirectories(beer.getParent());
        Files.writeString(beer, "read-only");
        assertThat(beer.toFile().setReadOnly()).isTrue();

        state.writeTo(folder);

        assertThat(new State("there", ModuleSources.in(folder)).digest()).isEqualTo(state.digest());
    }

    @Test
    void digestsTheSame_whateverTheLineEnds() {
        String before = toy.course().shipped().digest();
        toy.write(ToyCourse.DONUT, "class Donut {}\r\n");

        assertThat(toy.course().shipped().digest()).isEqualTo(before);
    }

    @Test
    void digestsDifferently_whenAFileMoves() {
        String before = toy.course().shipped().digest();
        toy.delete(ToyCourse.DONUT);
        toy.write(ToyCourse.DONUT.replace("Donut", "Donuts"), "class Donut {}\n");

        assertThat(toy.course().shipped().digest()).isNotEqualTo(before);
    }
}
