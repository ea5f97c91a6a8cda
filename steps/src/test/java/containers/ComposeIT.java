package containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coach.bar.compiler.CompiledServices;
import coach.course.check.RepeatedRequest;
import coach.course.check.SampleSize;
import coach.course.check.ServiceClient;
import coach.course.check.ServiceReply;
import coach.course.latency.Claim;
import coach.course.latency.MeasuredSide;
import coach.course.latency.PairedMeasurement;
import coach.course.latency.Verdict;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import traces.model.Trace;

/** The bar of docker-compose.yml: opened from nothing as shipped, then with one state of the course after the other. */
@WithDocker
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> SERVICES =
            List.of("beer-donut-app", "score-service", "traces", "database", "redis");
    private static final long MOST_MEMORY = 1_500_000_000;
    /** More than 128 MiB in all, which is the heap of the container that takes them. */
    private static final int EXPORTS = 120;

    private static final String PAIR = "/pair/beer?name=";
    private static final String TIMER = "workspace/beer-donut-app/src/main/java/beerdonut/web/Timer.java";

    @TempDir
    static Path folder;

    private static Compose bar;
    private static Guest guest;

    @BeforeAll
    static void openIt() throws IOException {
        bar = new Compose(Clone.of(REPOSITORY, folder), "beer-donut-test");
        guest = new Guest(bar);
        bar.up("");
    }

    @AfterAll
    static void closeIt() {
        bar.close();
    }

    @Test
    @Order(1)
    void answersEverywhere_fromNothing() {
        assertThat(bar.app().get("/beer/ipa").json().path("name").asText()).isEqualTo("ipa");
        assertThat(bar.app().get("/donut/maple-bacon").status()).isEqualTo(200);
        assertThat(bar.app().get(PAIR + "ipa").status()).isEqualTo(200);
        assertThat(bar.scores().get("/match?beer=ipa").status()).isEqualTo(200);
        assertThat(bar.page().get("/zipkin/").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void isSlowAsShipped_whereItShouldBe() throws Exception {
        MeasuredSide pair = new RepeatedRequest("pair", bar.app(), PAIR + "ipa");
        MeasuredSide beer = new RepeatedRequest("beer", bar.app(), "/beer/ipa");

        assertThat(new PairedMeasurement(pair, beer, () -> {}, SampleSize.SLOW.plan(1), System::nanoTime)
                        .measure(Claim.atMost(0.2))
                        .verdict())
                .isEqualTo(Verdict.PROVEN);
    }

    @Test
    @Order(3)
    void runsNothingAsRoot() {
        assertThat(SERVICES)
                .allSatisfy(service ->
                        assertThat(bar.in(service, "id", "-u")).as(service).isNotEqualTo("0"));
    }

    @Test
    @Order(3)
    void confinesEveryContainer() {
        JsonNode services = bar.config().path("services");

        assertThat(SERVICES).allSatisfy(service -> {
            JsonNode confined = services.path(service);
            assertThat(confined.path("read_only").asBoolean()).as(service).isTrue();
            assertThat(confined.path("cap_drop").toString()).as(service).isEqualTo("[\"ALL\"]");
            assertThat(confined.path("cap_add").isMissingNode()).as(service).isTrue();
            assertThat(confined.path("security_opt").toString()).as(service).contains("no-new-privileges:true");
            assertThat(confined.path("pids_limit").asInt()).as(service).isPositive();
            assertThat(confined.at("/logging/options/max-size").asText())
                    .as(service)
                    .isEqualTo("10m");
        });
    }

    /** Whatever runs in another container of the same network. */
    @Test
    @Order(3)
    void wantsASecretOfWhoeverAsksItsBackends() {
        assertThat(bar.in("redis", "redis-cli", "ping")).contains("NOAUTH");
        assertThat(redis("ping")).isEqualTo("PONG");
        assertThat(redis("config set dir /tmp")).startsWith("NOPERM");
        assertThat(bar.sql("select 1", "")).contains("Wrong user name or password");
        assertThat(bar.sql("select 40 + 2", "$(cat /secret/password)")).contains("42");
        assertThat(bar.sql("create alias run as 'int run() { return 1; }'", "$(cat /secret/password)"))
                .contains("Admin rights are required");
    }

    /** Else a service that is started again would have another secret than its backends. */
    @Test
    @Order(3)
    void keepsItsSecret_whenItIsOpenedAgain() {
        String before = bar.in("redis", "cat", "/secret/password");

        bar.up("");

        assertThat(before).matches("[0-9a-f]{32}");
        assertThat(bar.in("redis", "cat", "/secret/password")).isEqualTo(before);
    }

    @Test
    @Order(3)
    void publishesForThisMachineAlone_andStaysSmall() {
        long memory = 0;
        for (JsonNode service : bar.config().path("services")) {
            memory += service.path("mem_limit").asLong();
            assertThat(service.path("mem_limit").asLong()).isPositive();
            service.path("ports")
                    .forEach(port -> assertThat(port.path("host_ip").asText()).isEqualTo("127.0.0.1"));
        }
        assertThat(memory).isLessThan(MOST_MEMORY);
    }

    @Test
    @Order(3)
    void isFoundByTheCommands() {
        Tool workshop = new Tool(REPOSITORY, bar, folder.resolve("state"));

        assertThat(workshop.say("measure", "--requests", "5", "beer/ipa").expectSuccess())
                .contains(bar.app().service().toString());
    }

    /** The container with the page does not know what runs in the others. */
    @Test
    @Order(3)
    void saysThatNoAgentRuns_whereNoneDoes() {
        assertThat(bar.say("run", "--rm", "-T", "coach", "curl", "beer/ipa").expectSuccess())
                .contains("It has no trace: the services of this bar run without an agent.");
    }

    @Test
    @Order(4)
    void saysThatTheDatabaseIsAway_andFindsItAgain() {
        bar.up("07");
        assertThat(bar.in("beer-donut-app", "cat", "label")).isEqualTo("state-07");
        ServiceReply before = bar.app().get(PAIR + "ipa");

        bar.say("kill", "database").expectSuccess();
        ServiceReply meanwhile = bar.app().get(PAIR + "ipa");
        bar.say("start", "database").expectSuccess();

        assertThat(meanwhile.status()).isEqualTo(503);
        assertThat(meanwhile.json().path("detail").asText())
                .isEqualTo("the database does not answer; try again in 2 s");
        once(() -> assertThat(bar.app().get(PAIR + "ipa").json()).isEqualTo(before.json()));
    }

    /** The app fills an empty database only when it starts. */
    @Test
    @Order(4)
    void keepsTheMenu_whenTheDatabasesContainerIsKilledAndMadeAnew() {
        String before = beers();

        bar.say("kill", "database").expectSuccess();
        bar.say("rm", "--force", "database").expectSuccess();
        bar.say("up", "--detach", "--wait", "--no-deps", "database").expectSuccess();

        assertThat(before).contains("36");
        assertThat(beers()).isEqualTo(before);
    }

    /** Without the time that H2's shell adds: «(1 row, 7 ms)». */
    private static String beers() {
        return bar.sql("select count(*) from beer", "$(cat /secret/password)").replaceFirst(", \\d+ ms", "");
    }

    @Test
    @Order(4)
    void printsTheAddressOfThisMachine_notThatOfAContainer() {
        String page = "http://localhost:" + bar.environment().get("PAGE_PORT");

        String traced =
                bar.say("run", "--rm", "-T", "coach", "curl", "beer/ipa").expectSuccess();

        assertThat(traced).contains("Its trace: " + page + "/").doesNotContain("http://traces:");
    }

    /** In a container, localhost is the container itself. */
    @Test
    @Order(4)
    void takesTheAddressOfThisMachine_alsoInAContainer() {
        String app = "http://localhost:" + bar.environment().get("APP_PORT");

        assertThat(bar.say("run", "--rm", "-T", "coach", "curl", app + "/beer/ipa")
                        .expectSuccess())
                .contains("200 in ", "Its trace: ");
    }

    @Test
    @Order(5)
    void keepsAnswersInRedis_andDoesWithoutWhileItIsAway() {
        bar.up("08");
        ServiceReply before = bar.app().get(PAIR + "porter");
        assertThat(kept("porter")).isEqualTo("1");

        bar.say("kill", "redis").expectSuccess();
        ServiceReply meanwhile = bar.app().get(PAIR + "porter");
        bar.say("start", "redis").expectSuccess();

        assertThat(meanwhile.json()).isEqualTo(before.json());
        once(() -> {
            assertThat(bar.app().get(PAIR + "porter").json()).isEqualTo(before.json());
            assertThat(kept("porter")).isEqualTo("1");
        });
    }

    private static String kept(String beer) {
        return redis("exists pair:" + beer);
    }

    /** What Redis answers to the services' own password. */
    private static String redis(String words) {
        return bar.in("redis", "sh", "-c", "REDISCLI_AUTH=$(cat /secret/password) redis-cli " + words);
    }

    @Test
    @Order(6)
    void tracesInTwoHalves_beforeTheContextIsPassedOn() {
        bar.up("09");

        Trace trace = guest.traced(PAIR + "saison", Set.of(CompiledServices.APP));

        assertThat(trace.services()).containsExactly(CompiledServices.APP);
        once(() -> assertThat(bar.traces().newest(10))
                .anyMatch(other -> !other.summary().id().equals(trace.id())
                        && other.summary().rootService().equals(CompiledServices.SCORES)
                        && other.summary().rootName().equals("GET /match")));
    }

    @Test
    @Order(7)
    void tracesAcrossBothServices() {
        bar.up("11");
        // On a busy machine a service listens before it answers in time.
        once(() -> assertThat(bar.app().get(PAIR + "ipa").status()).isEqualTo(200));

        Trace trace = guest.traced(PAIR + "tripel", Set.of(CompiledServices.APP, CompiledServices.SCORES));

        // The span of the request itself ends last, and may come after those within it.
        once(() -> assertThat(Edges.of(bar.traces().find(trace.id())))
                .contains("CLIENT beer-donut-app > SERVER score-service"));
    }

    @Test
    @Order(8)
    void sharesTheWorkAmongThree_alsoWhenOneIsKilled() {
        bar.upWith("11", "--scale", "beer-donut-app=3").expectSuccess();
        once(() -> assertThat(guest.instances()).hasSize(3));

        String one = bar.say("ps", "--quiet", "beer-donut-app")
                .expectSuccess()
                .lines()
                .findFirst()
                .orElseThrow();
        new Command(folder, bar.environment()).say("docker", "kill", one).expectSuccess();

        assertThat(IntStream.range(0, 9).map(turn -> guest.askAnew("/beer/ipa", ServiceClient.newTraceId())))
                .containsOnly(200);
        assertThat(guest.instances()).hasSize(2);
    }

    @Test
    @Order(9)
    void isTheShippedAppAgain_withoutAStep() {
        bar.up("");

        assertThat(bar.in("beer-donut-app", "cat", "label")).isEqualTo("shipped");
        assertThat(bar.app().get(PAIR + "ipa").status()).isEqualTo(200);
    }

    /** More than it keeps: then the heap is full, and what the JVM needs beside it should have room to spare. */
    @Test
    @Order(9)
    void leavesAFourthOfItsMemoryFree_whenMoreArrivesThanItKeeps() throws Exception {
        long limit = bar.config().at("/services/traces/mem_limit").asLong();

        bar.flood().send(EXPORTS);

        String status = bar.in("traces", "grep", "VmRSS", "/proc/1/status");
        long resident = Long.parseLong(status.replaceAll("\\D", "")) * 1024;
        System.out.println("The container of the traces has " + (resident >> 20) + " MiB, of " + (limit >> 20));
        assertThat(resident).isLessThan(limit * 3 / 4);
    }

    @Test
    @Order(10)
    void saysWhatJavacSays_ofAWorkspaceThatDoesNotCompile() throws IOException {
        bar.say("run", "--rm", "-T", "coach", "start").expectSuccess();
        Files.writeString(folder.resolve(TIMER), "package beerdonut.web; class Timer { half a thought");

        Command.Said said = bar.upWith("");

        assertThat(said.exitCode()).isNotZero();
        assertThat(said.words()).contains("Timer.java:1: error:", "Your code does not compile yet");
        assertThat(bar.app().get("/beer/ipa").status()).isEqualTo(200);
    }

    @Test
    @Order(11)
    void namesNoAddressOfAContainer_whenNoBarIsOpen() {
        bar.say("stop", "traces").expectSuccess();
        String each =
                "for command in traces 'traces --follow' trace compare-traces 'curl beer/ipa' measure 'load --seconds 1'"
                        + " restart env; do /workshop/coach/docker/coach $command; done 2>&1 || true";

        String said = bar.say("run", "--rm", "-T", "--entrypoint", "sh", "coach", "-c", each)
                .expectSuccess();

        assertThat(said).doesNotContain("traces:9411", "traces:5000", "http://traces");
        assertThat(said.lines().filter("No bar is open here."::equals)).hasSize(9);
        assertThat(said.lines().filter("Next, in another terminal: docker compose up"::equals))
                .hasSize(9);
    }

    private static void once(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(holds);
    }
}
