package coach.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On whatever machine this runs: what it finds there, nobody knows. */
class DoctorCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void hasALineForEach() {
        examine();

        assertThat(out.toString().lines().map(line -> line.replaceFirst("^(ok|note|TROUBLE) +", "")))
                .anyMatch(line -> line.startsWith("JDK "))
                .anyMatch(line -> line.startsWith("Maven "))
                .anyMatch(line -> line.startsWith("memory "))
                .anyMatch(line -> line.startsWith("disk "))
                .anyMatch(line -> line.startsWith("port 5000 "))
                .anyMatch(line -> line.startsWith("port 4318 "))
                .anyMatch(line -> line.startsWith("proxy "))
                .anyMatch(line -> line.startsWith("clock "))
                .anyMatch(line -> line.startsWith("Docker "))
                .anyMatch(line -> line.startsWith("workspace "))
                .anyMatch(line -> line.startsWith("offline "));
    }

    @Test
    void endsAsItsLinesSay() {
        int exitCode = examine();

        boolean trouble = out.toString().lines().anyMatch(line -> line.startsWith("TROUBLE"));
        assertThat(exitCode).isEqualTo(trouble ? 1 : 0);
        assertThat(out.toString()).containsPattern("Next[^\\n]*: \\S*workshop (doctor|start)\\R$");
    }

    @Test
    void makesAReportForAnIssue_withNothingOfItsOwnersIn() {
        int exitCode = examine("--report");

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .startsWith("| what | here |")
                .contains("| workshop | ", "| workspace | ", "| system | " + System.getProperty("os.name"))
                .contains("| Maven | ", "| port 5000 | ")
                .doesNotContain(System.getProperty("user.home"))
                .doesNotContain(Workshop.repository().toString());
        assertThat(err.toString()).startsWith("Next: ");
    }

    private int examine(String... options) {
        String[] words = Stream.concat(Stream.of("doctor"), Stream.of(options)).toArray(String[]::new);
        return Coach.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
