package coach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabTest {

    @TempDir
    Path repository;

    private ToyCourse toy;
    private Step lab;

    @BeforeEach
    void make() {
        toy = new ToyCourse(repository).withLab();
        lab = toy.course().step("12");
    }

    @Test
    void isFoundAsAStep_andIsNoneOfThem() {
        assertThat(lab.name()).isEqualTo(ToyCourse.LAB);
        assertThat(toy.course().labs()).containsExactly(lab);
        assertThat(toy.course().steps()).extracting(Step::number).containsExactly(1, 2, 3);
    }

    @Test
    void changesNoStateOfTheSteps() {
        assertThat(toy.course().state(3).files())
                .containsOnlyKeys(ToyCourse.BEER, ToyCourse.DONUT, ToyCourse.TIMER, ToyCourse.SCORES);
        assertThat(toy.course().state(3).files().get(ToyCourse.BEER)).content().contains("03");
    }

    @Test
    void beginsWithItsBase_andAToolWithHoles() {
        State start = toy.course().before(lab);

        assertThat(start.title()).isEqualTo("state 12, at its start");
        assertThat(start.files())
                .containsOnlyKeys(
                        ToyCourse.BEER,
                        ToyCourse.DONUT,
                        ToyCourse.TIMER,
                        ToyCourse.SCORES,
                        ToyCourse.TOOL,
                        ToyCourse.TOOL_POM);
        assertThat(start.files().get(ToyCourse.BEER)).content().contains("03");
        assertThat(start.files().get(ToyCourse.TOOL)).content().contains("TODO");
    }

    @Test
    void isHalfDone_withTheFinishedTool() {
        State half = toy.course().state("12-by-hand");

        assertThat(half.files().get(ToyCourse.TOOL)).content().contains("finished");
        assertThat(half.files().get(ToyCourse.BEER)).content().contains("03");
    }

    @Test
    void isDone_withTheFinishedToolAndItsSolution() {
        State done = toy.course().state(12);

        assertThat(done.files().get(ToyCourse.TOOL)).content().contains("finished");
        assertThat(done.files().get(ToyCourse.BEER)).content().contains("12");
    }

    @Test
    void fitsTogether() {
        assertThat(toy.course().faults()).isEmpty();
    }

    @Test
    void reportsAModuleThatIsNotThere() {
        toy.write("steps/" + ToyCourse.LAB + "/lab.properties", "base=3\nmodules=tool gone\n");

        assertThat(toy.course().faults()).singleElement().asString().contains("labs/gone");
    }

    @Test
    void reportsAFileWithoutAHole() {
        toy.write("steps/" + ToyCourse.LAB + "/skeleton/" + ToyCourse.TOOL_POM, "<project/>\n");

        assertThat(toy.course().faults())
                .singleElement()
                .asString()
                .contains(ToyCourse.TOOL_POM, "equals the finished");
    }

    @Test
    void saysWhatItsFileShouldSay() {
        toy.write("steps/" + ToyCourse.LAB + "/lab.properties", "modules=tool\n");

        assertThatThrownBy(() -> toy.course().state(12))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("base=11");
    }
}
