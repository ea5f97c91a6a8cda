package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sockettracer.program.Unreadable;

/** Reads what the report says about calls that it cannot look into. */
class UnreadableIT {

    private static final String PASSWORD = "donuts";

    private static Path keyFor(String host, Path folder) throws Exception {
        Path store = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Jdk.CURRENT.home().resolve("bin").resolve("keytool").toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }

    @Test
    void saysSo_andHowMuchAndHowLong(@TempDir Path folder) throws Exception {
        Path store = keyFor("localhost", folder);
        TracedProgram.Ended ended;
        try (Echo echo = new Echo()) {
            ended = new TracedProgram(Jdk.CURRENT)
                    .jvmOptions(
                            "-Djavax.net.ssl.keyStore=" + store,
                            "-Djavax.net.ssl.keyStorePassword=" + PASSWORD,
                            "-Djavax.net.ssl.trustStore=" + store,
                            "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                    .run(Unreadable.class, echo.port());
        }

        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output())
                .containsPattern("\\* Cannot see: into localhost:\\d+, which is TLS: sizes and times, no text\\.")
                .containsPattern(
                        "\\* Cannot see: into 127.0.0.1:\\d+, which is HTTP/2: one connection for many calls at once")
                .doesNotContain("secret");
        for (String section : new String[] {"tls, socket", "tls, channel"}) {
            JsonNode calls = ended.section(section).get("calls");
            assertThat(calls).as(section).isNotEmpty();
            assertThat(calls.findValues("in")).as(section).anyMatch(in -> in.asLong() > 0);
            assertThat(calls.findValues("nanos")).as(section).anyMatch(nanos -> nanos.asLong() > 0);
        }
    }
}
