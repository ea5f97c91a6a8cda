package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On whatever machine this runs: what it finds there, nobody knows. */
class DoctorCommandTest {

    private static final Diagnosis OK = Diagnosis.ok("disk", "9 GB free");
    private static final Diagnosis NOTE = Diagnosis.note("Docker", "none", "Nothing.");

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
                .anyMatch(line -> line.startsWith("folder "))
                .anyMatch(line -> line.startsWith("port 5000 "))
                .anyMatch(line -> line.startsWith("port 4318 "))
                .anyMatch(line -> line.startsWith("proxy "))
                .anyMatch(line -> line.startsWith("clock "))
                .anyMatch(line -> line.startsWith("Docker "))
                .anyMatch(line -> line.startsWith("workspace "))
                .anyMatch(line -> line.startsWith("offline "));
    }

    @Test
    void endsWithOne_whenOneLineIsTrouble() {
        int exitCode = conclude(OK, NOTE, Diagnosis.trouble("JDK", "Java 11", "Install a JDK."), OK);

        assertThat(exitCode).isEqualTo(1);
        assertThat(out.toString())
                .contains("ok       disk", "note     Docker", "TROUBLE  JDK", "fix what says TROUBLE, from the top.")
                .containsPattern("Next, once that is done: \\S*workshop doctor\\R$");
    }

    @Test
    void endsWithZero_whenThingsAreOnlyNoted() {
        int exitCode = conclude(OK, NOTE);

        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("The workshop can run. What is only noted can wait.")
                .containsPattern("Next: \\S*workshop start\\R$");
    }

    @Test
    void endsWithZero_whenAllIsWell() {
        assertThat(conclude(OK)).isZero();

        assertThat(out.toString()).contains("The workshop can run, with a network and without.");
    }

    private int conclude(Diagnosis... diagnoses) {
        return DoctorCommand.examine(Stream.of(() -> List.of(diagnoses)), new PrintWriter(out, true));
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
        String[] args = Stream.concat(Stream.of("doctor"), Stream.of(options)).toArray(String[]::new);
        return Coach.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
