package coach.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseFaultsTest {

    @TempDir
    Path repository;

    private ToyCourse toy;

    @BeforeEach
    void make() {
        toy = new ToyCourse(repository);
    }

    @Test
    void findsNone_whenAllIsWell() {
        assertThat(toy.course().faults()).isEmpty();
    }

    @Test
    void findsNone_whenThereIsNoCourseYet(@TempDir Path elsewhere) {
        assertThat(Course.in(elsewhere).faults()).isEmpty();
    }

    @Test
    void namesWhatBecameStale_whenTheShippedFileChanges() {
        toy.write(ToyCourse.BEER, "class Beer {\n    // mended\n}\n");

        assertOneFault("solutions/02-time-a-route/" + ToyCourse.BEER + " is stale", "state 01", "workshop lock 02");
    }

    @Test
    void namesWhatBecameStale_whenTheSolutionBeforeChanges() {
        toy.solution("02-time-a-route", ToyCourse.TIMER, "class Timer { int better; }\n");

        assertOneFault("solutions/03-middleware/by-hand/" + ToyCourse.TIMER + " is stale", "state 02", "lock 03");
    }

    @Test
    void isContentWithOtherLineEnds() {
        toy.write(ToyCourse.BEER, "class Beer {\r\n    // shipped\r\n}\r\n");

        assertThat(toy.course().faults()).isEmpty();
    }

    @Test
    void namesAFileThatChangesNothing() {
        toy.solution("03-middleware", ToyCourse.DONUT, "class Donut {}\r\n");
        toy.course().lock(toy.course().step(3));

        assertOneFault("solutions/03-middleware/" + ToyCourse.DONUT + " equals the file in state 02");
    }

    @Test
    void namesAFileThatIsNotLocked() {
        toy.solution("03-middleware", ToyCourse.DONUT, "class Donut { int holes; }\n");

        assertOneFault("solutions/03-middleware/" + ToyCourse.DONUT + " is not in solutions/03-middleware/lock");
    }

    @Test
    void namesALockedFileThatIsGone() {
        toy.delete("solutions/02-time-a-route/" + ToyCourse.TIMER);

        assertThat(toy.course().faults())
                .anyMatch(fault -> fault.startsWith("solutions/02-time-a-route/lock names " + ToyCourse.TIMER));
    }

    @Test
    void namesANewFileThatWasThereBefore() {
        toy.write(ToyCourse.TIMER, "class Timer { int shipped; }\n");

        assertOneFault("solutions/02-time-a-route/" + ToyCourse.TIMER + " is new, says its lock, but state 01");
    }

    @Test
    void namesAFileWhoseOriginIsGone() {
        toy.delete(ToyCourse.BEER);

        assertOneFault("solutions/02-time-a-route/" + ToyCourse.BEER + " was made from a file that state 01");
    }

    @Test
    void namesAFileOutsideTheModules() {
        toy.solution("02-time-a-route", "coach/pom.xml", "<project/>");

        assertOneFault("solutions/02-time-a-route/coach/pom.xml is a stray file");
    }

    @Test
    void namesWhatAnEditorDropped() {
        toy.solution("02-time-a-route", ToyCourse.BEER + "~", "old");

        assertOneFault("solutions/02-time-a-route/" + ToyCourse.BEER + "~ is a stray file");
    }

    @Test
    void namesAMissingLock() {
        toy.delete("solutions/03-middleware/by-hand/lock");

        assertOneFault("solutions/03-middleware/by-hand/lock is missing", "workshop lock 03");
    }

    @Test
    void namesALockThatSaysNothing() {
        toy.solution("02-time-a-route", "lock", "beer\n");

        assertThat(toy.course().faults()).anyMatch(fault -> fault.endsWith("«<sha256 or new>  <path>»: beer"));
    }

    @Test
    void namesAStepWithoutSolution() {
        toy.step("04-trace", "Trace", "See.");

        assertOneFault("steps/04-trace has no solution");
    }

    @Test
    void namesASolutionWithoutStep() {
        toy.solution("04-trace", ToyCourse.DONUT, "class Donut { int traced; }\n");

        assertThat(toy.course().faults())
                .contains("solutions/04-trace belongs to no step: there is no folder steps/04-trace.");
    }

    @Test
    void namesAFolderThatIsNoSolutions() {
        toy.write("solutions/3-middleware/lock", "");

        assertOneFault("solutions/3-middleware is a stray file");
    }

    private void assertOneFault(String... words) {
        assertThat(toy.course().faults()).singleElement().asString().contains(words);
    }
}
