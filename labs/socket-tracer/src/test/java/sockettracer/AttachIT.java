package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Visits;

/** Attaches the tracer to a program that runs already, whose classes are loaded. */
class AttachIT {

    private Backends backends;
    private Process program;

    @BeforeEach
    void open() throws Exception {
        backends = new Backends();
    }

    @AfterEach
    void close() throws Exception {
        program.destroyForcibly();
        backends.close();
    }

    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#all")
    void notesTheSectionsThatBeginThen_andIsAttachedOnce(Jdk jdk) throws Exception {
        program = new ProcessBuilder(
                        jdk.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Visits.class.getName(),
                        String.valueOf(backends.http.port()))
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo("waiting");

        VirtualMachine jvm = VirtualMachine.attach(String.valueOf(program.pid()));
        jvm.loadAgent(TracedProgram.JAR.toString(), "sections=" + Visits.class.getName() + ".visit");
        jvm.loadAgent(TracedProgram.JAR.toString(), "sections=main");
        jvm.detach();
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
        String report = output.lines().collect(Collectors.joining("\n"));

        assertThat(report)
                .containsOnlyOnce("=== Section " + Visits.class.getName() + ".visit on main")
                .contains("waiting for 1 call\n", "GET /visit")
                .contains(
                        "socket-tracer: it is attached already; its options stay as they are, without 'sections=main'.");
    }
}
