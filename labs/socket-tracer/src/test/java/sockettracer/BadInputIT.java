package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts a program with a tracer that cannot do its work: it says so, and the program runs on. */
class BadInputIT {

    private static final String PRINTS = "It runs.";

    public static void main(String[] args) {
        System.out.println(PRINTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sectoins=main               | it does not know the option 'sectoins=main'. An option is name=value, and the names are sections,
                    payload=much                | payload is 'much', and should be a number of bytes
                    otlp=https://example.com    | otlp is 'https://example.com', and should look like http://localhost:4318
                    report=maybe                | report is 'maybe', and should be on or off
                    sections=com.example.No.way | no class that was loaded has a method com.example.No.way.
                    json=no/such/folder/x       | cannot write no/such/folder/x
                    """)
    void saysWhatIsWrong_andTheProgramRunsOn(String option, String sentence) throws Exception {
        TracedProgram.Ended ended =
                run(TracedProgram.JAR + "=" + (option.startsWith("json") ? "sections=main," : "") + option);

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output())
                .contains("socket-tracer: ")
                .contains(sentence)
                .contains(PRINTS);
    }

    @Test
    void saysThatItNeedsItsName_whenTheJarHasAnother(@TempDir Path folder) throws Exception {
        Path renamed = Files.copy(TracedProgram.JAR, folder.resolve("other.jar"));

        TracedProgram.Ended ended = run(renamed.toString());

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output())
                .contains("its jar must be called socket-tracer.jar")
                .contains(PRINTS);
    }

    private static TracedProgram.Ended run(String agent) throws Exception {
        return new TracedProgram(Jdk.CURRENT)
                .withoutAgent()
                .jvmOptions("-javaagent:" + agent)
                .run(List.of("-cp", Path.of("target", "test-classes").toString(), BadInputIT.class.getName()));
    }
}
