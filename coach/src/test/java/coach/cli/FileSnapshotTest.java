package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSnapshotTest {

    @ParameterizedTest
    @CsvSource({
        "beer-donut-app/src/main/java/beerdonut/WebServer.java, true",
        "beer-donut-app/otel.properties, true",
        "beer-donut-app/answers.properties, false"
    })
    void leavesOutTheAnswers_whichNoServiceReads(String path, boolean read) {
        assertThat(FileSnapshot.isRead(path)).isEqualTo(read);
    }
}
