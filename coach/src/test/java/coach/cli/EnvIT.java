package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import coach.course.check.ServiceClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The person who opened the bar can start a service beside it by hand; other users cannot read what that takes. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EnvIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private static Path state;

    /** What the command has printed for each service: the same each time, while the bar is open. */
    private static final Map<String, Map<String, String>> PRINTED = new HashMap<>();

    private static RunningCoach bar;

    @BeforeAll
    static void open() throws IOException {
        // As a folder is that an earlier workshop has made.
        assertThat(state.toFile().setReadable(true, false)).isTrue();
        bar = coach("up", "--port", free(), "--score-port", free(), "--page-port", free(), "--otlp-port", free());
        bar.awaitLine("Next, in another terminal");
    }

    @AfterAll
    static void close() throws Exception {
        coach("down").exitCode();
    }

    @Test
    void isAllThatTheAppNeeds() throws Exception {
        Map<String, String> env = env("beer-donut-app");
        Process app = start("beer-donut-app", "beerdonut.BeerDonutApp", env);
        try {
            assertThat(untilItIsOpen(app)).contains("Open at http://");
            ServiceClient client = new ServiceClient(URI.create("http://localhost:" + env.get("PORT")));
            assertThat(client.get("/pair/beer?name=ipa").status()).isEqualTo(200);
        } finally {
            app.destroyForcibly();
        }
    }

    @Test
    void isAllThatTheScoreServiceNeeds() throws Exception {
        Map<String, String> env = env("score-service");
        Process scores = start("score-service", "scores.ScoreService", env);
        try {
            assertThat(untilItIsOpen(scores)).contains("Open at http://");
            ServiceClient client = new ServiceClient(URI.create("http://localhost:" + env.get("PORT")));
            assertThat(client.get("/match?beer=ipa").status()).isEqualTo(200);
        } finally {
            scores.destroyForcibly();
        }
    }

    @Test
    void isNamed_whenAServiceIsStartedWithoutTheSecret() throws Exception {
        Map<String, String> app = env("beer-donut-app");
        app.remove("DATABASE_PASSWORD");
        app.put("WAIT_SECONDS", "1");
        Map<String, String> scores = env("score-service");
        scores.computeIfPresent("REDIS_URL", (name, url) -> url.replaceAll(":[0-9a-f]+@", ""));

        assertThat(untilItIsOpen(start("beer-donut-app", "beerdonut.BeerDonutApp", app)))
                .endsWith("does not let 'bar' in with this DATABASE_PASSWORD; ./workshop env prints what to set");
        assertThat(untilItIsOpen(start("score-service", "scores.ScoreService", scores)))
                .endsWith("NOAUTH Authentication required. ./workshop env prints what to set");
    }

    @Test
    void isWrittenAsAShellReadsIt() throws Exception {
        RunningCoach shell = coach("env", "--shell");
        assertThat(shell.exitCode()).isZero();
        assertThat(shell.text()).containsPattern("(?m)^export DATABASE_PASSWORD='[0-9a-f]{32}'$");

        RunningCoach powershell = coach("env", "--powershell");
        assertThat(powershell.exitCode()).isZero();
        assertThat(powershell.text()).containsPattern("(?m)^\\$env:DATABASE_PASSWORD = '[0-9a-f]{32}'$");
    }

    @Test
    void knowsTwoServices() throws Exception {
        RunningCoach env = coach("env", "wine-cellar");

        assertThat(env.exitCode()).isEqualTo(2);
        assertThat(env.text()).contains("no service 'wine-cellar'", "beer-donut-app", "score-service");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a folder has the permissions of the one around it there")
    void isItsOwnersAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(state)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> settings = Files.walk(state.resolve("bars"))) {
            assertThat(settings.filter(file -> file.toString().endsWith(".env")))
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Every user of a machine sees the command lines of all processes; and a log is shown to others who should help. */
    @Test
    void standsInNoCommandLineAndInNoLog() throws Exception {
        List<String> secrets = Stream.of(
                        env("beer-donut-app").get("DATABASE_PASSWORD"),
                        URI.create(env("beer-donut-app").get("REDIS_URL"))
                                .getUserInfo()
                                .substring(1))
                .toList();

        assertThat(secrets).allMatch(secret -> secret.length() == 32);
        for (String secret : secrets) {
            assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                    .noneMatch(line -> line.contains(secret));
            assertThat(bar.text()).doesNotContain(secret);
            try (Stream<Path> logs = Files.walk(state.resolve("logs"))) {
                assertThat(logs.filter(Files::isRegularFile))
                        .hasSize(3)
                        .allSatisfy(log -> assertThat(log).content().doesNotContain(secret));
            }
        }
    }

    private static String free() {
        return Integer.toString(Ports.free());
    }

    private static RunningCoach coach(String... words) throws IOException {
        return new RunningCoach(state, Map.of(), words);
    }

    /** A copy, for a test to change. */
    private static Map<String, String> env(String service) throws Exception {
        if (!PRINTED.containsKey(service)) {
            PRINTED.put(service, print(service));
        }
        return new TreeMap<>(PRINTED.get(service));
    }

    private static Map<String, String> print(String service) throws Exception {
        RunningCoach env = coach("env", service);
        assertThat(env.exitCode()).as(env.text()).isZero();
        Map<String, String> variables = new TreeMap<>();
        env.text()
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2))
                .forEach(variable -> variables.put(variable[0], variable[1]));
        return variables;
    }

    private static Process start(String module, String mainClass, Map<String, String> env) throws IOException {
        Path target = REPOSITORY.resolve(module).resolve("target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As quick a start as in a bar.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        target.resolve("classes")
                                + File.pathSeparator
                                + Files.readString(target.resolve("classpath")).strip(),
                        mainClass)
                .redirectErrorStream(true);
        builder.environment().putAll(env);
        return builder.start();
    }

    /** The line that says so; the last one, where it ends before. */
    private static String untilItIsOpen(Process service) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8));
        String last = "";
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            last = line;
            if (line.contains("Open at ")) {
                return line;
            }
        }
        return last;
    }
}
