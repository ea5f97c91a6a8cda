package coach.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyCheckTest {

    private static final String MAVENS =
            "<settings><proxies><proxy><active>%s</active><host>proxy.example</host></proxy></proxies></settings>";

    @TempDir
    private Path home;

    @Test
    void isFine_whenThereIsNone() {
        assertThat(examined(Map.of())).extracting(Diagnosis::sign).containsExactly(Severity.OK);
    }

    @Test
    void warnsOfOneThatWouldBeAskedForThisMachine_andKeepsItsPassword() {
        Diagnosis finding =
                examined(Map.of("HTTP_PROXY", "http://me:secret@proxy:3128")).get(0);

        assertThat(finding.line())
                .startsWith("note")
                .contains("http_proxy is set", "Set NO_PROXY=localhost,127.0.0.1")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost,127.0.0.1", "example.org, localhost, 127.0.0.1", "*"})
    void isFine_whenThisMachineIsLeftOut(String exceptions) throws IOException {
        settings(MAVENS.formatted("true"));

        List<Diagnosis> findings = examined(Map.of("https_proxy", "http://proxy:3128", "no_proxy", exceptions));

        assertThat(findings).extracting(Diagnosis::sign).containsExactly(Severity.OK, Severity.OK);
    }

    @Test
    void warnsThatMavenDoesNotKnowOfIt() throws IOException {
        settings(MAVENS.formatted("false"));

        List<Diagnosis> findings = examined(Map.of("https_proxy", "http://proxy:3128"));

        assertThat(findings.get(1).line()).startsWith("note").contains("Maven knows of none");
    }

    @Test
    void warnsOfSettingsThatNobodyCanRead() throws IOException {
        settings("<settings><proxies>");

        assertThat(examined(Map.of()).get(1).line()).startsWith("note").contains("cannot be read as XML");
    }

    private List<Diagnosis> examined(Map<String, String> environment) {
        return new ProxyCheck(environment, home).all();
    }

    private void settings(String xml) throws IOException {
        Files.createDirectories(home.resolve(".m2"));
        Files.writeString(home.resolve(".m2/settings.xml"), xml);
    }
}
