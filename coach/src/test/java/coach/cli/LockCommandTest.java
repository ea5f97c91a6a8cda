package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockCommandTest {

    @Test
    void mendsALockThatIsStale(@TempDir Path repository) {
        ToyCourse toy = new ToyCourse(repository);
        toy.write(ToyCourse.BEER, "class Beer {\n    // mended\n}\n");
        RunCommand lock = new RunCommand(new LockCommand(repository));

        assertThat(lock.with("2")).isEqualTo(0);

        assertThat(toy.course().faults()).isEmpty();
    }

    @Test
    void saysWhatItCannotMend(@TempDir Path repository) {
        ToyCourse toy = new ToyCourse(repository);
        toy.solution("02-time-a-route", ToyCourse.BEER + "~", "dropped");
        RunCommand lock = new RunCommand(new LockCommand(repository));

        assertThat(lock.with()).isEqualTo(1);

        assertThat(lock.out()).contains("is a stray file");
    }
}
