package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sockettracer.program.Traffic;

/** Holds what the tracer noted against what the servers and the wire have counted; {@code -Dthorough=true} for 10,000 calls in every way. */
class CountsIT {

    private static final int CALLS = Boolean.getBoolean("thorough") ? 10_000 : 300;

    private static Backends backends;

    @BeforeAll
    static void open() throws Exception {
        backends = new Backends();
    }

    @AfterAll
    static void close() throws Exception {
        backends.close();
    }

    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#all")
    void notesEachRoundTripAndByte_andNothingOutsideSections(Jdk jdk) throws Exception {
        long redisBefore = backends.redisCalls("get");

        TracedProgram.Ended sections = run(jdk, "report=off", "all");

        List<String> ways = ways(jdk);
        assertThat(sections.sections())
                .extracting(section -> section.get("section").asText())
                .containsExactlyElementsOf(ways);
        for (String way : ways) {
            assertThat(questions(sections.section(way))).as(way).isEqualTo(CALLS);
            assertThat(sections.section(way).get("unattributed").size()).as(way).isZero();
        }
        int redisSections = jdk.version() < 21 ? 2 : 3;
        assertThat(backends.redisCalls("get") - redisBefore).isEqualTo(redisSections * CALLS + 6L);
    }

    /** A section keeps 20,000 calls: with many of each way, each has a program of its own. */
    @ParameterizedTest
    @MethodSource("sockettracer.Jdk#newest")
    void agreesWithTheWire_whenTheWholeProgramIsASection(Jdk jdk) throws Exception {
        for (String way : Boolean.getBoolean("thorough") ? ways(jdk) : List.of("all")) {
            List<CountingRelay> relays = List.of(backends.redis, backends.h2, backends.http);
            List<Counts> before = relays.stream().map(Counts::of).toList();

            JsonNode all = run(jdk, "report=off,sections=main", way).section(Traffic.class.getName() + ".main");

            assertThat(all.get("onlyCounted").asInt()).isZero();
            for (int i = 0; i < relays.size(); i++) {
                assertThat(Counts.noted(all, relays.get(i)))
                        .as(way)
                        .isEqualTo(Counts.of(relays.get(i)).since(before.get(i)));
            }
        }
    }

    private static List<String> ways(Jdk jdk) {
        List<String> ways = new ArrayList<>(List.of("jedis", "h2", "http", "http async", "fixed pool"));
        if (jdk.version() >= 21) {
            ways.add("virtual threads");
        }
        return ways;
    }

    /** H2's driver prepares its statement anew every hundred calls or so, which is a call as well. */
    private static long questions(JsonNode section) {
        return StreamSupport.stream(section.get("calls").spliterator(), false)
                .filter(call -> !call.get("asked").asText().startsWith("select"))
                .count();
    }

    private static TracedProgram.Ended run(Jdk jdk, String options, String way) throws Exception {
        TracedProgram.Ended ended = new TracedProgram(jdk)
                .options(options)
                .run(Traffic.class, CALLS, backends.redis.port(), backends.h2.port(), backends.http.port(), way);
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        return ended;
    }

    private record Counts(long flights, long out, long in) {

        static Counts of(CountingRelay relay) {
            return new Counts(relay.flights(), relay.toServer(), relay.toClient());
        }

        static Counts noted(JsonNode section, CountingRelay relay) {
            List<JsonNode> calls = StreamSupport.stream(section.get("calls").spliterator(), false)
                    .filter(call -> call.get("peer").asText().endsWith(":" + relay.port()))
                    .toList();
            return new Counts(
                    calls.size(),
                    calls.stream().mapToLong(call -> call.get("out").asLong()).sum(),
                    calls.stream().mapToLong(call -> call.get("in").asLong()).sum());
        }

        Counts since(Counts before) {
            return new Counts(flights - before.flights, out - before.out, in - before.in);
        }
    }
}
