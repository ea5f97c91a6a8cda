package coach;

import static org.assertj.core.api.Assertions.assertThat;

import coach.cli.RunningCoach;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoachIT {

    @TempDir
    private Path state;

    @Test
    void writesTheDigitsOfEnglish_whateverTheUsersLanguage() throws Exception {
        Map<String, String> egypt = Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG");

        RunningCoach coach = new RunningCoach(state, egypt, "hint", "2", "9");

        assertThat(coach.exitCode()).isEqualTo(2);
        assertThat(coach.text()).contains("There is no hint 9 for step 02; there are 1 to 3.");
    }
}
