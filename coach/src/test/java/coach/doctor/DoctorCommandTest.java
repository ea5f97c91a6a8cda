package coach.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** On whatever machine this runs: what it finds there, nobody knows. */
class DoctorCommandTest {

    private final StringWriter out = new StringWriter();

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

    private int examine() {
        PrintWriter writer = new PrintWriter(out, true);
        return Coach.run(writer, writer, "doctor");
    }
}
